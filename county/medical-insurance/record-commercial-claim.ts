import { type Day, isoDate } from '../calendar.js';
import { fenText } from '../money.js';
import type { Insured } from './insured.js';
import type { MedicalInsuranceFiles } from './open-files.js';

/** Writes what the commercial supplement paid on one settlement. @returns the row's key. */
export function recordCommercialClaim(
  files: MedicalInsuranceFiles,
  { psn_no, certno }: Insured,
  claim: {
    readonly setl_id: string;
    readonly liability: '政策内' | '目录外';
    readonly policyYear: number;
    readonly paid: Day;
    readonly amount: number;
  },
): string {
  const file = files['commercial_claims.csv'];
  const claim_no = file.nextKey('SB');
  file.write({
    claim_no,
    setl_id: claim.setl_id,
    psn_no,
    certno,
    policy_year: String(claim.policyYear),
    liability: claim.liability,
    pay_date: isoDate(claim.paid),
    pay_amt: fenText(claim.amount),
  });
  return claim_no;
}
