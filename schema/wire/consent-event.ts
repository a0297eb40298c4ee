import type { Category } from '../vocabulary/categories.js';
import type { ConsentKind } from '../vocabulary/consent-kinds.js';
import type { Extent } from '../vocabulary/extents.js';
import type { Purpose } from '../vocabulary/purposes.js';
import type { SealContext } from './sealed-key.js';

/** One event of a grant's life as one agency is told of it. Append-only; a grant's state is derived. */
export interface ConsentEvent {
  /** Its number in what consent tells this agency: 1, 2, 3 … without a gap. Another at every agency. */
  readonly number: number;
  readonly kind: ConsentKind;
  /** The person: the agency's ref, sealed by linkage for this agency and this message (deliverySeal). */
  readonly key: string;
  /** The organisation that may receive the data. */
  readonly recipient: string;
  readonly purpose: Purpose;
  readonly categories: readonly Category[];
  /** For GIVE. */
  readonly extent?: Extent;
  /** RFC 3339. To the day when it had begun, so that two agencies cannot join their replicas by it. */
  readonly validFrom: string;
  /** null: until withdrawn. */
  readonly validUntil: string | null;
}

/**
 * Body of `POST /consent/events` to an agency, signed under its consent key: the events it has not acknowledged, and a renewal of
 * its lease. A message without events only renews.
 */
export interface ConsentMessage {
  /** Names the message; keys and answer are bound to it. */
  readonly tag: string;
  /** RFC 3339, read before `upTo` was: at that moment there were no events for this agency beyond it. The lease runs from here. */
  readonly sentAt: string;
  /** Length of the lease in milliseconds; an agency takes no longer one than LEASE. */
  readonly lease: number;
  /** The newest number. Who has not applied it gets no lease. */
  readonly upTo: number;
  /** In the order of their numbers. */
  readonly events: readonly ConsentEvent[];
}

/** An agency's answer, after COMMIT, signed under the same key: the newest number it has applied, whatever it was sent. */
export interface ConsentAnswer {
  readonly tag: string;
  readonly last: number;
}

/** Most events of one message. */
export const MOST_EVENTS = 200;

/**
 * What the person's key in an event is bound to. The audience is no subgraph's, so that the key opens in no question, and
 * no question's key in a delivery.
 */
export const deliverySeal = (agency: string, tag: string, event: Pick<ConsentEvent, 'recipient' | 'purpose'>): SealContext => ({
  audience: `consent events of ${agency}`,
  tag,
  organisation: event.recipient,
  purpose: event.purpose,
});
