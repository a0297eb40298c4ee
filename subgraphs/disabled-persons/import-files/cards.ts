import { tableReader } from '../../../kit/records/table-reader.js';
import { numberOfCard } from './number-of-card.js';

/** The cards. */
export const CARDS = tableReader({
  file: 'cards.csv',
  table: 'disability_card',
  columns: ['残疾人证号', '姓名', '性别', '残疾类别', '残疾等级', '发证日期', '有效期至', '证件状态'],
  cells: {
    card_no: (row) => row.text('残疾人证号'),
    id_number: (row) => row.idNumber('残疾人证号', numberOfCard),
    name: (row) => row.text('姓名'),
    sex: (row) => row.optional('性别'),
    disability_type: (row) => row.text('残疾类别'),
    disability_grade: (row) => row.optional('残疾等级'),
    issued_on: (row) => row.day('发证日期'),
    valid_until: (row) => row.optionalDay('有效期至'),
    state_code: (row) => row.text('证件状态'),
  },
});
