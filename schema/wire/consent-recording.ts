import type { Capacity } from '../vocabulary/capacities.js';
import type { Category } from '../vocabulary/categories.js';
import type { ConsentKind } from '../vocabulary/consent-kinds.js';
import type { Extent } from '../vocabulary/extents.js';
import type { Purpose } from '../vocabulary/purposes.js';

/** Paths at the consent service. A proof's address is that of the path beside the registry's audience (consentAddress). */
export const CONSENT_PATHS = { record: '/consents', list: '/consents/list' } as const;

/** The address a proof for a path at consent names. */
export const consentAddress = (audience: string, path: string): string => new URL(path, audience).href;

/**
 * Body of `POST /consents`: one event of a grant, as an organisation records it, with access token and proof of purpose
 * RECORD_CONSENT. With `prefer: respond-async` (RFC 7240) the answer comes once the event is durable.
 */
export interface ConsentRecording {
  /** A UUID; the same again is the same event, so a request without answer can be repeated. */
  readonly id: string;
  readonly kind: ConsentKind;
  /** The person, by the recording organisation's own ref. */
  readonly person: string;
  /** The organisation that may receive the data. */
  readonly recipient: string;
  readonly purpose: Purpose;
  readonly categories: readonly Category[];
  /** For GIVE, else null. */
  readonly extent: Extent | null;
  /** RFC 3339; null: now. */
  readonly validFrom: string | null;
  /** RFC 3339; null: until withdrawn. */
  readonly validUntil: string | null;
  /** Agencies it concerns; null: all but the recipient. */
  readonly agencies: readonly string[] | null;
  /** Version of the notice the person was given. */
  readonly noticeVersion: string | null;
  readonly capacity: Capacity;
  /** Who spoke for the person, by the recording organisation's own ref; null for the person itself, or not known by a ref. */
  readonly grantor: string | null;
  /** SHA-256 of the form or the recording, 64 hexadecimal digits. Needed when somebody speaks for the person. */
  readonly evidenceHash: string | null;
}

/** What a recording says that says nothing more: from now until withdrawn, at every agency, by the person itself. */
export const SAYS_NO_MORE = {
  extent: null,
  validFrom: null,
  validUntil: null,
  agencies: null,
  noticeVersion: null,
  capacity: 'SELF',
  grantor: null,
  evidenceHash: null,
} as const satisfies Partial<ConsentRecording>;

/** How far one agency is with one event. */
export interface AgencyDelivery {
  readonly agency: string;
  readonly applied: boolean;
}

/** Answer to a recording. 200: it stands as told; 202: it is durable, and on its way. */
export interface ConsentRecorded {
  readonly id: string;
  /** RFC 3339. */
  readonly recordedAt: string;
  readonly deliveries: readonly AgencyDelivery[];
  /** No answer that leaves the hub from now on rests on what it ended. Always false for what ends nothing. */
  readonly standsEverywhere: boolean;
}

/** Body of `POST /consents/list`: what this organisation recorded, of one person or of all, newest first. */
export interface ConsentListing {
  /** By the organisation's own ref; null: of everybody. */
  readonly person: string | null;
  /** 1 to 500. */
  readonly last: number;
}

/** An event as the organisation that recorded it sees it again. It names no person. */
export interface RecordedConsent extends Omit<ConsentRecording, 'person' | 'grantor' | 'validFrom' | 'agencies'> {
  readonly recordedAt: string;
  readonly client: string;
  readonly validFrom: string;
  readonly deliveries: readonly AgencyDelivery[];
}

/** Answer to a listing. What others recorded stays out of it: that somebody refused elsewhere is not for an asker to know. */
export interface ConsentList {
  readonly consents: readonly RecordedConsent[];
}
