import { amountAsWritten } from '../../kit/records/amount-as-written.js';
import { readDate } from '../../kit/records/read-date.js';
import type { AidRecord } from '../../schema/types/aid.js';
import type { GrantRow } from './data/find-grants.js';
import { causeOf } from './mappings.js';

/** A grant as aid. */
export function mapGrant(row: GrantRow): AidRecord {
  const grantedOn = readDate(row.grantedOn);
  return {
    id: `GRANT:${row.grantNo}`,
    kind: 'RED_CROSS_AID',
    programme: row.project,
    cause: causeOf(row.project, row.disease ?? row.diseaseCode),
    diagnosis: row.diseaseCode,
    amount: amountAsWritten(row.amount),
    grantedOn,
    lastPaidOn: grantedOn,
  };
}
