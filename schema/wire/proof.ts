import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { PURPOSES, type Purpose } from '../vocabulary/purposes.js';
import { isCode } from '../vocabulary/term.js';
import { readJwsPart } from './read-jws-part.js';

/**
 * The asker's proof of possession: a DPoP proof (RFC 9449 §4.2) that also carries the purpose, a salted digest of the
 * case and the digest of the request's body, so that who asks, why and what rest on the asker's own signature.
 */
export interface Proof {
  readonly jti: string;
  readonly htm: 'POST';
  /** The gateway's public address. */
  readonly htu: string;
  /** Seconds since 1970. */
  readonly iat: number;
  /** SHA-256 of the access token, base64url. */
  readonly ath: string;
  readonly purpose: Purpose;
  /** SHA-256 of the request's body (document, variables, operationName as they travel), base64url. */
  readonly body_digest: string;
  /** SHA-256 of salt and case reference, base64url. */
  readonly case_digest?: string;
}

/** JWS `typ` of a proof (RFC 9449 §4.2). */
export const PROOF_TYPE = 'dpop+jwt';
/** A proof is accepted this many seconds around its `iat`. */
export const PROOF_WINDOW = 60;

/** What every log can hold as it is: printable ASCII of bounded length. */
const NAME = /^[\x21-\x7e]{1,128}$/;
const text = (value: unknown): value is string => typeof value === 'string' && value.length > 0;
const sha256 = (value: string) => createHash('sha256').update(value).digest('base64url');

const keys = new Map<string, KeyObject>();
const REMEMBERED = 10_000;

/** The key of a JWK with its RFC 7638 thumbprint; only P-256 and Ed25519 are known. */
function keyOf(jwk: Record<string, unknown>): { jkt: string; key: KeyObject } | undefined {
  const { kty, crv, x, y } = jwk;
  if (!text(x) || 'd' in jwk) return undefined;
  const members =
    kty === 'EC' && crv === 'P-256' && text(y) ? { crv, kty, x, y } : kty === 'OKP' && crv === 'Ed25519' ? { crv, kty, x } : undefined;
  if (!members) return undefined;
  const jkt = sha256(JSON.stringify(members));
  let key = keys.get(jkt);
  if (!key) {
    try {
      key = createPublicKey({ key: members, format: 'jwk' });
    } catch {
      return undefined;
    }
    if (keys.size >= REMEMBERED) keys.delete(keys.keys().next().value as string);
    keys.set(jkt, key);
  }
  return { jkt, key };
}

/**
 * Checks signature, key, token, address, time and purpose. Body, case and replay are checked by who can: the gateway.
 *
 * @returns the proof, or undefined when anything about it is wrong.
 */
export function readProof(
  proof: string,
  expected: { readonly jkt: string; readonly token: string; readonly htu: string; readonly now: Date },
): Proof | undefined {
  const parts = proof.split('.');
  const header = readJwsPart(parts[0]);
  const found = typeof header?.jwk === 'object' && header.jwk !== null ? keyOf(header.jwk as Record<string, unknown>) : undefined;
  if (parts.length !== 3 || header?.typ !== PROOF_TYPE || !found || found.jkt !== expected.jkt) return undefined;

  const ed25519 = found.key.asymmetricKeyType === 'ed25519';
  if (header.alg !== (ed25519 ? 'EdDSA' : 'ES256') || 'crit' in header) return undefined;
  const signature = Buffer.from(parts[2] as string, 'base64url');
  const input = Buffer.from(`${parts[0]}.${parts[1]}`, 'ascii');
  const signed = ed25519
    ? verify(null, input, found.key, signature)
    : verify('sha256', input, { key: found.key, dsaEncoding: 'ieee-p1363' }, signature);
  const claims = signed ? (readJwsPart(parts[1]) as unknown as Proof | undefined) : undefined;
  if (claims?.htm !== 'POST' || claims.htu !== expected.htu || !text(claims.jti) || !text(claims.body_digest)) return undefined;
  if (!NAME.test(claims.jti) || !Number.isInteger(claims.iat)) return undefined;
  if (claims.ath !== sha256(expected.token) || !isCode(PURPOSES, claims.purpose)) return undefined;
  const age = expected.now.getTime() / 1000 - claims.iat;
  return Math.abs(age) <= PROOF_WINDOW ? claims : undefined;
}

/** Digest of a case reference as it stands in a proof. */
export const caseDigest = (salt: string, caseRef: string): string => sha256(`${salt}.${caseRef}`);
