import type { AidRecord } from '../../schema/types/aid.js';
import { decimalOf, fenOf } from '../../schema/values/amount.js';
import type { AidRow } from './data/find-aids.js';
import { codesOf } from './mappings.js';

/** An aid as the contract tells it. */
export function mapAid(row: AidRow): AidRecord {
  const codes = codesOf(row.programme);
  const amount = decimalOf(fenOf(row.amount));
  return {
    id: `AID:${row.aidNo}`,
    kind: codes?.kind ?? null,
    programme: row.programme,
    cause: codes?.cause ?? null,
    diagnosis: null,
    amount: { min: amount, max: amount },
    grantedOn: row.grantedOn,
    lastPaidOn: row.grantedOn,
  };
}
