import { type Day, isoDate } from '../calendar.js';
import { fenText } from '../money.js';
import type { Insured } from './insured.js';
import type { MedicalInsuranceFiles } from './open-files.js';

const NOTICE_DAYS = 7;

/** The classes of medical assistance, in the bureau's words. */
export type AssistanceClass = '特困人员' | '低保对象' | '低保边缘' | '因病致贫重病患者' | '返贫监测对象';

/** Writes medical assistance applied for after settlement; unpaid when `paid` is undefined. @returns the row's key. */
export function recordMaClaim(
  files: MedicalInsuranceFiles,
  { psn_no, certno }: Insured,
  claim: {
    readonly setl_id: string;
    readonly maClass: AssistanceClass;
    readonly applied: Day;
    readonly paid?: Day | undefined;
    readonly rate: number;
    readonly amount: number;
  },
): string {
  const file = files['ma_claims.csv'];
  const claim_no = file.nextKey('YJ');
  const notice = claim.applied + 5;
  file.write({
    claim_no,
    setl_id: claim.setl_id,
    psn_no,
    certno,
    ma_class: claim.maClass,
    apply_date: isoDate(claim.applied),
    notice_bgn: isoDate(notice),
    notice_end: isoDate(notice + NOTICE_DAYS - 1),
    pay_date: claim.paid === undefined ? '' : isoDate(claim.paid),
    rate: claim.rate.toFixed(2),
    pay_amt: claim.paid === undefined ? '' : fenText(claim.amount),
  });
  return claim_no;
}

/** Days from application to payment at least: inquiry, seven days of notice, payment. */
export const SHORTEST_CLAIM = 14;
