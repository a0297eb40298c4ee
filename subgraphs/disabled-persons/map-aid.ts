import type { AidRecord } from '../../schema/types/aid.js';
import type { Amount } from '../../schema/types/amount.js';
import { decimalOf, fenOf } from '../../schema/values/amount.js';
import type { RehabilitationAidRow } from './data/find-rehabilitation-aids.js';
import type { SubsidyRow } from './data/find-subsidies.js';
import { codeOf, PROJECT_CAUSES, SUBSIDY_KINDS } from './mappings.js';

/** A subsidy as aid: every month paid so far. Why it is given is the disability, which is no cause of the vocabulary. */
export function mapSubsidy(row: SubsidyRow): AidRecord {
  return {
    id: `SUBSIDY:${row.subsidyNo}`,
    kind: codeOf(SUBSIDY_KINDS, row.subsidyKind),
    programme: row.subsidyKind,
    cause: null,
    diagnosis: null,
    amount: exactly(fenOf(row.monthlyAmount) * months(row.beganMonth, row.lastPaidMonth)),
    grantedOn: row.beganMonth,
    lastPaidOn: row.lastPaidMonth,
  };
}

/** A rehabilitation aid as aid. */
export function mapRehabilitationAid(row: RehabilitationAidRow): AidRecord {
  return {
    id: `REHABILITATION:${row.aidNo}`,
    kind: 'REHABILITATION_AID',
    programme: row.project,
    cause: codeOf(PROJECT_CAUSES, row.project),
    diagnosis: null,
    amount: exactly(fenOf(row.amount)),
    grantedOn: row.approvedOn,
    lastPaidOn: row.approvedOn,
  };
}

const exactly = (fen: bigint): Amount => ({ min: decimalOf(fen), max: decimalOf(fen) });

/** Months paid, the first and the last included; none before the first payment. */
function months(first: string, last: string | null): bigint {
  if (last === null) return 0n;
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return BigInt(Math.max(0, count(last) - count(first) + 1));
}
