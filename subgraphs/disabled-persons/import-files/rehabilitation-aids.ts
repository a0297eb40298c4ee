import { tableReader } from '../../../kit/records/table-reader.js';
import { numberOfCard } from './number-of-card.js';

/** Rehabilitation aid that was approved. */
export const REHABILITATION_AIDS = tableReader({
  file: 'rehab_aids.csv',
  table: 'rehabilitation_aid',
  columns: ['救助编号', '残疾人证号', '项目', '机构', '批准日期', '金额'],
  cells: {
    aid_no: (row) => row.text('救助编号'),
    id_number: (row) => row.idNumber('残疾人证号', numberOfCard),
    project: (row) => row.text('项目'),
    institution: (row) => row.optional('机构'),
    approved_on: (row) => row.day('批准日期'),
    amount: (row) => row.yuan('金额'),
  },
});
