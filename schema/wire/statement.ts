import { createHash } from 'node:crypto';
import { PURPOSES, type Purpose } from '../vocabulary/purposes.js';
import { isCode } from '../vocabulary/term.js';
import { readMacJwt, signMacJwt } from './mac-jwt.js';

/** What the gateway says to one subgraph of one sub-request, under that subgraph's own HMAC key. */
export interface Statement {
  /** The subgraph it is for. */
  readonly aud: string;
  readonly purpose: Purpose;
  /** This subgraph's name for the client's request. */
  readonly tag: string;
  /** This subgraph's name for the asker's case, when one was named. */
  readonly case?: string;
  /** SHA-256 of the sub-request's body, base64url: query, variables and operation name as they travel. */
  readonly bodyDigest: string;
  readonly jti: string;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
  /** The hub's request id: only in statements to the hub's own services. */
  readonly requestId?: string;
}

const TYPE = 'aidgraph-statement+jwt';
/** Longest life of a statement, in seconds. */
export const STATEMENT_LIFETIME = 60;
/** Clocks of two processes may differ by this many seconds. */
export const CLOCK_TOLERANCE = 5;

/** SHA-256 of the bytes of a body, base64url. */
export const bodyDigest = (body: Uint8Array | string): string => createHash('sha256').update(body).digest('base64url');

/** Signs a statement under the audience's statement key. */
export const signStatement = (statement: Statement, key: Buffer): string => signMacJwt(TYPE, statement, key);

/**
 * Checks a statement at its audience. Whether its `jti` was used before is for the ledger transaction to say.
 *
 * @returns the statement, or undefined when anything about it is wrong.
 */
export function readStatement(
  token: string,
  key: Buffer,
  expected: { readonly audience: string; readonly body: Uint8Array; readonly now: Date },
): Statement | undefined {
  const claims = readMacJwt(TYPE, token, key) as unknown as Statement | undefined;
  if (claims === undefined || claims.aud !== expected.audience || !isCode(PURPOSES, claims.purpose)) return undefined;
  const now = expected.now.getTime() / 1000;
  const timely =
    Number.isInteger(claims.iat) &&
    Number.isInteger(claims.exp) &&
    claims.exp > now &&
    claims.iat <= now + CLOCK_TOLERANCE &&
    claims.exp - claims.iat <= STATEMENT_LIFETIME;
  const named = typeof claims.jti === 'string' && claims.jti.length >= 16 && typeof claims.tag === 'string' && claims.tag.length >= 16;
  return timely && named && claims.bodyDigest === bodyDigest(expected.body) ? claims : undefined;
}
