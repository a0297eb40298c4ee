/** A sum that holds in every settlement, reversals included, and what to call it when it does not (domain: transaction 2304). */
interface Sum<C extends string> {
  readonly name: string;
  readonly total: C;
  readonly parts: readonly C[];
}

const FUNDS = ['hifp_pay', 'cvlserv_pay', 'hifes_pay', 'hifmi_pay', 'hifob_pay', 'maf_pay', 'oth_pay'] as const;
const CHARGES = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'] as const;

/** All amounts of a settlement. */
export const SETTLEMENT_AMOUNTS = [
  ...(['medfee_sumamt', ...CHARGES, 'act_pay_dedc', ...FUNDS] as const),
  ...(['fund_pay_sumamt', 'hosp_part_amt', 'psn_part_amt', 'acct_pay', 'psn_cash_pay'] as const),
] as const;

/** Columns the sums are made of. */
export type SummedColumn = Exclude<(typeof SETTLEMENT_AMOUNTS)[number], 'act_pay_dedc'>;

const SUMS: readonly Sum<SummedColumn>[] = [
  { name: 'medfee_sumamt by kind of charge', total: 'medfee_sumamt', parts: CHARGES },
  { name: 'medfee_sumamt by payer', total: 'medfee_sumamt', parts: ['fund_pay_sumamt', 'hosp_part_amt', 'psn_part_amt'] },
  { name: 'fund_pay_sumamt', total: 'fund_pay_sumamt', parts: FUNDS },
  { name: 'psn_part_amt', total: 'psn_part_amt', parts: ['acct_pay', 'psn_cash_pay'] },
];

/** The first sum of a settlement that does not hold, by name; undefined when all do. `fenOf` gives a column's fen. */
export function brokenSum(fenOf: (column: SummedColumn) => number): string | undefined {
  return SUMS.find(({ total, parts }) => parts.reduce((sum, part) => sum + fenOf(part), 0) !== fenOf(total))?.name;
}
