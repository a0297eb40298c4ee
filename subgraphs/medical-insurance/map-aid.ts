import type { AidRecord } from '../../schema/types/aid.js';
import type { AssistanceRow } from './data/find-assistance.js';
import { mapAmount } from './map-amount.js';
import { applicationProgramme, DIRECT_PROGRAMME } from './mappings.js';

/** A payment of medical assistance as aid. Its id is not the bill's: who may see the aid may not see the bill. */
export const mapAid = (row: AssistanceRow): AidRecord => ({
  id: `ASSISTANCE:${row.mode}:${row.recordNo}`,
  kind: 'MEDICAL_ASSISTANCE',
  programme: row.maClass === null ? DIRECT_PROGRAMME : applicationProgramme(row.maClass),
  cause: 'ILLNESS',
  diagnosis: row.diseaseCode,
  amount: mapAmount(row.amount),
  grantedOn: row.paidOn,
  lastPaidOn: row.paidOn,
});
