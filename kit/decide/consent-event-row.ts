import type { ConsentEvent } from '../../schema/wire/consent-event.js';

/**
 * A row of `consent_event` (kit/tables.ts), as far as decisions need it. The types say what a valid row holds; the fold
 * checks every value, so a row that holds something else does no harm.
 */
export interface ConsentEventRow {
  /** Order in which this agency applied events: the one order that counts. */
  readonly seq: bigint;
  readonly kind: ConsentEvent['kind'];
  readonly recipient: string;
  readonly purpose: ConsentEvent['purpose'];
  readonly categories: ConsentEvent['categories'];
  readonly extent: ConsentEvent['extent'] | null;
  readonly validFrom: Date;
  /** First instant at which it no longer holds; null: until withdrawn. */
  readonly validUntil: Date | null;
}
