import { type KeyObject, randomUUID, sign, verify } from 'node:crypto';
import type { EnrolmentAudience } from './enrolment.js';
import { readJwsPart } from './read-jws-part.js';
import { bodyDigest, CLOCK_TOLERANCE, STATEMENT_LIFETIME } from './statement.js';

/** What an organisation signs with its enrolment key for each request. */
interface EnrolmentClaims {
  /** The organisation. */
  readonly iss: string;
  readonly aud: EnrolmentAudience;
  readonly jti: string;
  /** Seconds since 1970. */
  readonly iat: number;
  /** SHA-256 of the request's body as it travels, base64url. */
  readonly bodyDigest: string;
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
const HEADER = encode({ alg: 'EdDSA', typ: 'aidgraph-enrolment+jwt' });

/** Signs an enrolment with the organisation's Ed25519 key: a compact JWS (RFC 8037 §3.1) for the enrolment header. */
export function signEnrolment(
  key: KeyObject,
  enrolment: {
    readonly organisation: string;
    readonly audience: EnrolmentAudience;
    readonly body: Uint8Array | string;
    readonly now: Date;
  },
): string {
  const claims: EnrolmentClaims = {
    iss: enrolment.organisation,
    aud: enrolment.audience,
    jti: randomUUID(),
    iat: Math.floor(enrolment.now.getTime() / 1000),
    bodyDigest: bodyDigest(enrolment.body),
  };
  const input = `${HEADER}.${encode(claims)}`;
  return `${input}.${sign(null, Buffer.from(input, 'ascii'), key).toString('base64url')}`;
}

/** Whether `token` is this organisation's signature over exactly `body`, for `audience`, in time. A replay is not refused. */
export function checkEnrolment(
  token: string,
  key: KeyObject,
  expected: { readonly organisation: string; readonly audience: EnrolmentAudience; readonly body: Uint8Array; readonly now: Date },
): boolean {
  const [header, payload, signature, extra] = token.split('.');
  if (header !== HEADER || payload === undefined || signature === undefined || extra !== undefined) return false;
  if (!verify(null, Buffer.from(`${header}.${payload}`, 'ascii'), key, Buffer.from(signature, 'base64url'))) return false;
  const claims = readJwsPart(payload) as Partial<EnrolmentClaims> | undefined;
  const seconds = expected.now.getTime() / 1000;
  return (
    claims !== undefined &&
    claims.iss === expected.organisation &&
    claims.aud === expected.audience &&
    typeof claims.jti === 'string' &&
    typeof claims.iat === 'number' &&
    claims.iat <= seconds + CLOCK_TOLERANCE &&
    claims.iat > seconds - STATEMENT_LIFETIME &&
    claims.bodyDigest === bodyDigest(expected.body)
  );
}
