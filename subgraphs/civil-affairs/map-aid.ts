import type { AidRecord } from '../../schema/types/aid.js';
import type { Amount } from '../../schema/types/amount.js';
import { decimalOf, fenOf } from '../../schema/values/amount.js';
import type { RegisterEntryRow } from './data/find-register-entries.js';
import type { TemporaryAidRow } from './data/find-temporary-aids.js';
import { CAUSE_WORDINGS, codeOf, REGISTER_KINDS } from './mappings.js';

/**
 * A register entry as aid, if anything is paid for it: of a household's grant the whole amount, because that is what
 * the record says. Its id is the person's own, or members of one household could be told by a shared pseudonym.
 */
export function mapRegularAid(row: RegisterEntryRow): AidRecord[] {
  const kind = REGISTER_KINDS[row.register];
  if (kind === null || row.monthlyAmount === null) return [];
  return [
    {
      id: `${row.register}:${row.cardNo}:${row.residentNo}`,
      kind,
      programme: row.mode === null || row.objectType.includes(row.mode) ? row.objectType : `${row.objectType}（${row.mode}）`,
      cause: null,
      diagnosis: null,
      amount: exactly(fenOf(row.monthlyAmount) * months(row.beganOn, row.lastPaidMonth)),
      grantedOn: row.beganOn,
      lastPaidOn: row.lastPaidMonth,
    },
  ];
}

/** A temporary assistance as aid. Its programme keeps the bureau's wording of mode and cause. */
export function mapTemporaryAid(row: TemporaryAidRow): AidRecord {
  const details = [row.aidMode, row.cause].filter(Boolean).join('，');
  return {
    id: `TEMPORARY_AID:${row.aidNo}`,
    kind: 'TEMPORARY_ASSISTANCE',
    programme: details === '' ? '临时救助' : `临时救助（${details}）`,
    cause: codeOf(CAUSE_WORDINGS, row.cause),
    diagnosis: null,
    amount: row.amount === null ? null : exactly(fenOf(row.amount)),
    grantedOn: row.grantedOn,
    lastPaidOn: row.grantedOn,
  };
}

const exactly = (fen: bigint): Amount => ({ min: decimalOf(fen), max: decimalOf(fen) });

/** Months paid, the first and the last included; none before the first payment. */
function months(beganOn: string, lastPaidMonth: string | null): bigint {
  if (lastPaidMonth === null) return 0n;
  const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return BigInt(Math.max(0, count(lastPaidMonth) - count(beganOn) + 1));
}
