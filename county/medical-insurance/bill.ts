/** One settled bill by payer, fen (transaction 2304 of the national insurance interface, setlinfo). */
export interface Bill {
  /** medfee_sumamt = outside the catalogue + within the policy. */
  readonly total: number;
  readonly fullSelfPay: number;
  readonly overLimit: number;
  readonly advanceSelfPay: number;
  /** inscp_scp_amt */
  readonly inPolicy: number;
  readonly deductible: number;
  /** hifp_pay */
  readonly pool: number;
  readonly civilServant: number;
  readonly enterprise: number;
  /** hifmi_pay, residents. */
  readonly criticalIllness: number;
  /** hifob_pay, employees. */
  readonly largeCost: number;
  /** maf_pay */
  readonly assistance: number;
  readonly hospital: number;
  readonly account: number;
  readonly cash: number;
}

/** fund_pay_sumamt */
export const fundsOf = (bill: Bill): number =>
  bill.pool + bill.civilServant + bill.enterprise + bill.criticalIllness + bill.largeCost + bill.assistance;

/** psn_part_amt */
export const personalPart = (bill: Bill): number => bill.account + bill.cash;

/** What medical assistance works on: the part within the policy that basic and critical illness insurance left. */
export const inPolicyLeft = (bill: Bill): number => bill.inPolicy - bill.pool - bill.criticalIllness - bill.largeCost;

/** The part outside the policy. */
export const outsidePolicy = (bill: Bill): number => bill.total - bill.inPolicy;
