import { tableReader } from '../../../kit/records/table-reader.js';

/** Medical assistance on application. */
export const MA_CLAIMS = tableReader({
  file: 'ma_claims.csv',
  table: 'ma_claim',
  columns: ['claim_no', 'setl_id', 'psn_no', 'ma_class', 'apply_date', 'notice_bgn', 'notice_end', 'pay_date', 'rate', 'pay_amt'],
  cells: {
    claim_no: (row) => row.text('claim_no'),
    setl_id: (row) => row.optional('setl_id'),
    psn_no: (row) => row.text('psn_no'),
    ma_class: (row) => row.text('ma_class'),
    applied_on: (row) => row.optionalDay('apply_date'),
    notice_from: (row) => row.optionalDay('notice_bgn'),
    notice_until: (row) => row.optionalDay('notice_end'),
    rate: (row) => row.optionalNumber('rate'),
    paid_on: (row) => row.optionalDay('pay_date'),
    paid_amount: (row) => row.optionalYuan('pay_amt'),
  },
  broken: (row) => ((row.optional('pay_date') === null) === (row.optional('pay_amt') === null) ? undefined : 'pay_amt without pay_date'),
});

/** The commercial supplement's payments, from the insurer's feed. */
export const COMMERCIAL_CLAIMS = tableReader({
  file: 'commercial_claims.csv',
  table: 'commercial_claim',
  columns: ['claim_no', 'setl_id', 'psn_no', 'policy_year', 'liability', 'pay_date', 'pay_amt'],
  cells: {
    claim_no: (row) => row.text('claim_no'),
    setl_id: (row) => row.optional('setl_id'),
    psn_no: (row) => row.text('psn_no'),
    policy_year: (row) => row.optional('policy_year'),
    in_policy: (row) => (row.oneOf('liability', ['政策内', '目录外']) === '政策内' ? 'true' : 'false'),
    paid_on: (row) => row.optionalDay('pay_date'),
    paid_amount: (row) => row.optionalYuan('pay_amt'),
  },
});

/** Prompts on high cost. */
export const HIGH_COST_ALERTS = tableReader({
  file: 'high_cost_alerts.csv',
  table: 'high_cost_alert',
  columns: ['alert_no', 'psn_no', 'year', 'raised_on', 'burden_amt', 'status'],
  cells: {
    alert_no: (row) => row.text('alert_no'),
    psn_no: (row) => row.text('psn_no'),
    alert_year: (row) => row.as('year', (text) => (/^\d{4}$/.test(text) ? text : null)),
    raised_on: (row) => row.day('raised_on'),
    burden_amount: (row) => row.yuan('burden_amt'),
    state: (row) => row.text('status'),
  },
});
