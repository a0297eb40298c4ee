import { createHash } from 'node:crypto';
import type { Purpose } from '../vocabulary/purposes.js';
import type { SealContext } from './sealed-key.js';

/**
 * What consent asks of linkage, signed under the key the two share.
 *
 *   POST /consent/subject     an asker's request as it came     → the persons it names, sealed to consent
 *   POST /consent/deliveries  persons by consent's own refs     → each sealed to the agency that is told
 *
 * Linkage verifies the asker's token and proof itself, and takes the persons from the body the proof covers: so consent learns
 * the name of nobody an asker did not name to it, and never an agency's.
 */
export interface SubjectRequest {
  /** Path at consent the request came to: part of the address in the proof. */
  readonly path: string;
  readonly token: string;
  readonly proof: string;
  /** The body, exactly as it came. */
  readonly body: string;
}

/** The persons the body names, sealed for consent and this proof (subjectSeal); null for one it does not name. */
export interface SubjectAnswer {
  readonly person: string | null;
  readonly grantor: string | null;
}

/** Persons to be named to one agency in one message. */
export interface DeliveryKeysRequest {
  readonly agency: string;
  /** The message's. */
  readonly tag: string;
  readonly persons: readonly { readonly ref: string; readonly recipient: string; readonly purpose: Purpose }[];
}

/** A key for each, in the order asked. */
export interface DeliveryKeysAnswer {
  readonly keys: readonly string[];
}

/** What a person's key to consent is bound to: one proof. */
export const subjectSeal = (organisation: string, proof: string): SealContext => ({
  audience: 'subject of consent',
  tag: createHash('sha256').update(proof).digest('base64url'),
  organisation,
  purpose: 'RECORD_CONSENT',
});
