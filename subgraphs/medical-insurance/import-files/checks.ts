import type { IncomingCheck } from '../../../kit/records/incoming-table.js';
import { SETTLEMENT_AMOUNTS } from './settlement-sums.js';

const negated = SETTLEMENT_AMOUNTS.map((column) => `-s.${column}`).join(', ');
const amounts = SETTLEMENT_AMOUNTS.map((column) => `r.${column}`).join(', ');

/** Rows of a table that name no row of another. They are kept: what was paid was paid. */
const pointsNowhere = (table: string, column: string, target: string): IncomingCheck => ({
  table,
  column,
  mode: 'KEEP',
  rows: `SELECT f.source_row FROM incoming_${table} f
          WHERE f.${column} IS NOT NULL AND NOT EXISTS (SELECT FROM incoming_${target} t WHERE t.${column} = f.${column})`,
});

/** What must hold between the rows of an export of the platform, beside the sums of each settlement (settlement-sums.ts). */
export const CHECKS: readonly IncomingCheck[] = [
  {
    // A reversal takes back one settlement of the same person, all of it.
    table: 'settlement',
    column: 'refd_setl_id',
    mode: 'LEAVE_OUT',
    rows: `SELECT r.source_row FROM incoming_settlement r
            LEFT JOIN incoming_settlement s ON s.setl_id = r.reverses_id AND s.reverses_id IS NULL AND s.psn_no = r.psn_no
            WHERE r.reverses_id IS NOT NULL AND (s.setl_id IS NULL OR (${amounts}) IS DISTINCT FROM (${negated}))`,
  },
  {
    // What was taken back cannot be taken back again.
    table: 'settlement',
    column: 'refd_setl_id (twice)',
    mode: 'LEAVE_OUT',
    rows: `SELECT source_row FROM (
             SELECT source_row, row_number() OVER (PARTITION BY reverses_id ORDER BY source_row) AS nth
               FROM incoming_settlement WHERE reverses_id IS NOT NULL) numbered
            WHERE nth > 1`,
  },
  {
    table: 'fund_split',
    column: 'setl_id',
    mode: 'LEAVE_OUT',
    rows: `SELECT f.source_row FROM incoming_fund_split f
            WHERE NOT EXISTS (SELECT FROM incoming_settlement s WHERE s.setl_id = f.setl_id)`,
  },
  {
    // What the funds paid one by one is what they paid together.
    table: 'fund_split',
    column: 'fund_payamt',
    mode: 'LEAVE_OUT',
    rows: `SELECT f.source_row FROM incoming_fund_split f
             JOIN (SELECT setl_id, sum(fund_payamt) AS paid FROM incoming_fund_split GROUP BY setl_id) together USING (setl_id)
             JOIN incoming_settlement s USING (setl_id)
            WHERE together.paid <> s.fund_pay_sumamt`,
  },
  pointsNowhere('settlement', 'psn_no', 'insured'),
  pointsNowhere('ma_claim', 'psn_no', 'insured'),
  pointsNowhere('ma_claim', 'setl_id', 'settlement'),
  pointsNowhere('commercial_claim', 'setl_id', 'settlement'),
  pointsNowhere('high_cost_alert', 'psn_no', 'insured'),
];
