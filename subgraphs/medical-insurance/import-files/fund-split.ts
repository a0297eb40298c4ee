import { tableReader } from '../../../kit/records/table-reader.js';

/** What each fund paid of settlements that several paid. */
export const FUND_SPLIT = tableReader({
  file: 'fund_split.csv',
  table: 'fund_split',
  columns: ['setl_id', 'fund_pay_type', 'fund_pay_type_name', 'inscp_scp_amt', 'fund_payamt'],
  cells: {
    setl_id: (row) => row.text('setl_id'),
    fund_pay_type: (row) => row.text('fund_pay_type'),
    fund_pay_type_name: (row) => row.optional('fund_pay_type_name'),
    inscp_scp_amt: (row) => row.optional('inscp_scp_amt') && row.signedYuan('inscp_scp_amt'),
    fund_payamt: (row) => row.signedYuan('fund_payamt'),
  },
});
