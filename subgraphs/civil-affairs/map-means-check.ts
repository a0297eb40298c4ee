import type { MeansCheck } from '../../schema/types/means-check.js';
import type { MeansCheckRow } from './data/find-means-checks.js';
import { CONCLUSION_WORDINGS, codeOf, REFERRAL_WORDINGS } from './mappings.js';

/** A check that has ended. A wording the tables do not hold has no code. */
export function mapMeansCheck(row: MeansCheckRow): MeansCheck {
  return {
    id: `CHECK:${row.checkNo}`,
    conclusion: codeOf(CONCLUSION_WORDINGS, row.conclusion),
    reportedOn: row.reportedOn,
    referral: row.referredOn === null ? 'NONE' : codeOf(REFERRAL_WORDINGS, row.consent),
    referredOn: row.referredOn,
  };
}
