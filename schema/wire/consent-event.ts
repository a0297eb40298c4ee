import type { Category } from '../vocabulary/categories.js';
import type { Extent } from '../vocabulary/extents.js';
import type { Purpose } from '../vocabulary/purposes.js';

/** One event of a grant's life, under the receiving agency's own ref. Append-only; a grant's state is derived. */
export interface ConsentEvent {
  /** The same event delivered twice counts once. */
  readonly eventId: string;
  readonly kind: 'GIVE' | 'REFUSE' | 'WITHDRAW' | 'AUTHORISE_HOUSEHOLD_CHECK';
  /** The person, by the agency's ref. */
  readonly ref: string;
  /** The organisation that may receive the data. */
  readonly recipient: string;
  readonly purpose: Purpose;
  readonly categories: readonly Category[];
  /** For GIVE. */
  readonly extent?: Extent;
  /** RFC 3339. */
  readonly at: string;
  readonly validFrom: string;
  /** null: until withdrawn. */
  readonly validUntil: string | null;
}

/** Body of `POST /consent/events` to an agency, signed under its consent key. Answer: 204 once applied. */
export interface ConsentDelivery {
  readonly events: readonly ConsentEvent[];
}
