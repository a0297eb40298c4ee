import {
  CONSENT_PATHS,
  type ConsentList,
  type ConsentListing,
  type ConsentRecorded,
  type ConsentRecording,
  consentAddress,
} from '../schema/wire/consent-recording.js';
import { HEADERS } from '../schema/wire/headers.js';
import { prove } from './prove.js';

/** How an organisation speaks to the consent service. */
export interface ConsentServiceOptions {
  /** Where the consent service is. */
  readonly endpoint: string;
  /** The registry's `audience`: proofs name the public address beside it. */
  readonly audience: string;
  /** An access token bound to `keyPair`. */
  readonly token: string;
  readonly keyPair: CryptoKeyPair;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
}

/** What came back. All three are expected. */
export type ConsentReply<A> =
  | { readonly kind: 'ANSWERED'; readonly answer: A }
  | { readonly kind: 'REFUSED'; readonly status: number; readonly code: string | undefined }
  | { readonly kind: 'UNREACHABLE' };

/**
 * Records one event of a grant. With `wait`, a withdrawal is answered once it stands everywhere, which takes the hub's deadline
 * or, when an agency is silent, a lease longer; without, once it is durable.
 */
export const recordConsent = (
  recording: ConsentRecording,
  options: ConsentServiceOptions & { readonly wait: boolean },
): Promise<ConsentReply<ConsentRecorded>> =>
  post(CONSENT_PATHS.record, recording, options, options.wait ? {} : { prefer: 'respond-async' });

/** Lists what the organisation recorded. */
export const listConsents = (listing: ConsentListing, options: ConsentServiceOptions): Promise<ConsentReply<ConsentList>> =>
  post(CONSENT_PATHS.list, listing, options, {});

async function post<A>(
  path: string,
  request: object,
  { endpoint, audience, token, keyPair, fetch: send = fetch, now, signal }: ConsentServiceOptions,
  headers: Readonly<Record<string, string>>,
): Promise<ConsentReply<A>> {
  const body = JSON.stringify(request);
  const address = consentAddress(audience, path);
  const { proof } = await prove({ keyPair, token, address, purpose: 'RECORD_CONSENT', body, ...(now ? { now: now() } : {}) });
  try {
    const response = await send(new URL(path, endpoint).href, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', [HEADERS.authorization]: `DPoP ${token}`, [HEADERS.proof]: proof },
      body,
      ...(signal ? { signal } : {}),
    });
    const answer = (await response.json()) as A & { errors?: { extensions?: { code?: string } }[] };
    if (response.ok) return { kind: 'ANSWERED', answer };
    return { kind: 'REFUSED', status: response.status, code: answer.errors?.[0]?.extensions?.code };
  } catch {
    return { kind: 'UNREACHABLE' };
  }
}
