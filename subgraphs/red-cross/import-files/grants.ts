import { tableReader } from '../../../kit/records/table-reader.js';

/** The sheet of grants. Dates and amounts must be readable but stand as written. */
export const GRANTS = tableReader({
  file: 'grants.csv',
  table: 'humanitarian_grant',
  columns: ['编号', '姓名', '身份证号码', '救助项目', '病种', '疾病编码', '救助日期', '救助金额', '经办人'],
  cells: {
    grant_no: (row) => row.text('编号'),
    name: (row) => row.text('姓名'),
    id_number: (row) => row.idNumber('身份证号码'),
    project: (row) => row.text('救助项目'),
    disease: (row) => row.optional('病种'),
    disease_code: (row) => row.optional('疾病编码'),
    granted_on: (row) => row.day('救助日期') && row.text('救助日期'),
    amount: (row) => row.yuan('救助金额') && row.text('救助金额'),
    handled_by: (row) => row.optional('经办人'),
  },
});
