import { randomUUID } from 'node:crypto';
import { readMacJwt, signMacJwt } from './mac-jwt.js';
import { bodyDigest, CLOCK_TOLERANCE, STATEMENT_LIFETIME } from './statement.js';

const TYPE = 'aidgraph-message+jwt';

/** Signs a message between two services that is not a question (operations to the ledger, consent events to an agency). Goes into the statement header. */
export function signMessage(audience: string, body: Uint8Array | string, key: Buffer, now: Date): string {
  const iat = Math.floor(now.getTime() / 1000);
  return signMacJwt(TYPE, { aud: audience, jti: randomUUID(), iat, exp: iat + STATEMENT_LIFETIME, bodyDigest: bodyDigest(body) }, key);
}

/** Whether the message is for `audience`, in time, and covers exactly `body`. Receivers must be idempotent: a replay is not refused here. */
export function checkMessage(token: string, audience: string, body: Uint8Array, key: Buffer, now: Date): boolean {
  const claims = readMacJwt(TYPE, token, key);
  const seconds = now.getTime() / 1000;
  return (
    claims !== undefined &&
    claims.aud === audience &&
    typeof claims.exp === 'number' &&
    typeof claims.iat === 'number' &&
    claims.exp > seconds &&
    claims.iat <= seconds + CLOCK_TOLERANCE &&
    claims.bodyDigest === bodyDigest(body)
  );
}
