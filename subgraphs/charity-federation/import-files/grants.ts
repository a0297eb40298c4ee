import { tableReader } from '../../../kit/records/table-reader.js';

/** The sheet of grants. Dates and amounts must be readable but stand as written. */
export const GRANTS = tableReader({
  file: 'grants.csv',
  table: 'charity_grant',
  columns: ['登记号', '姓名', '身份证号', '项目名称', '病种', '疾病编码', '发放日期', '金额', '备注'],
  cells: {
    register_no: (row) => row.text('登记号'),
    name: (row) => row.text('姓名'),
    id_number: (row) => row.idNumber('身份证号'),
    project_name: (row) => row.text('项目名称'),
    disease: (row) => row.optional('病种'),
    disease_code: (row) => row.optional('疾病编码'),
    granted_on: (row) => row.day('发放日期') && row.text('发放日期'),
    amount: (row) => row.yuan('金额') && row.text('金额'),
    note: (row) => row.optional('备注'),
  },
});
