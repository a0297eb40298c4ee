import { tableReader } from '../../../kit/records/table-reader.js';

/** The sheet of the special fund. Dates and amounts must be readable but stand as written. */
export const SPECIAL_FUND = tableReader({
  file: 'special_fund.csv',
  table: 'fund_case',
  columns: [
    ...['案号', '姓名', '身份证号', '病种', '疾病编码', '申请日期', '缺口金额', '联席会议日期', '联席会议决定'],
    ...['拨付日期', '拨付金额'],
  ] as const,
  cells: {
    case_no: (row) => row.text('案号'),
    name: (row) => row.text('姓名'),
    id_number: (row) => row.idNumber('身份证号'),
    disease: (row) => row.optional('病种'),
    disease_code: (row) => row.optional('疾病编码'),
    applied_on: (row) => row.optional('申请日期'),
    gap: (row) => row.optional('缺口金额'),
    met_on: (row) => row.optional('联席会议日期'),
    decision: (row) => row.optional('联席会议决定'),
    paid_on: (row) => row.optionalDay('拨付日期') && row.text('拨付日期'),
    paid: (row) => row.optionalYuan('拨付金额') && row.text('拨付金额'),
  },
});
