import type { CoverRow } from './data/find-covers.js';
import { codeOf, SCHEMES } from './mappings.js';
import type { Cover } from './types/cover.js';

/** A cover as the contract tells it. */
export const mapCover = (row: CoverRow): Cover => ({
  scheme: codeOf(SCHEMES, row.insuranceType),
  since: row.beganOn,
  until: row.endedOn,
  premiumPaidBy: row.premiumSubsidised ? 'PAID_BY_MEDICAL_ASSISTANCE' : 'PAID_BY_OTHERS',
});
