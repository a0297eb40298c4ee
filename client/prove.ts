import { exportJWK, SignJWT } from 'jose';
import type { Proof } from '../schema/wire/proof.js';
import { toBase64url } from './base64url.js';

/** What a proof of possession speaks for. */
export interface ToProve {
  readonly keyPair: CryptoKeyPair;
  /** The access token, bound to the key pair. */
  readonly token: string;
  /** The gateway's public address: the registry's `audience`. */
  readonly address: string;
  readonly purpose: Proof['purpose'];
  /** The request's body exactly as it will travel. */
  readonly body: string;
  /** The case, kept at the hub. */
  readonly caseRef?: string;
  readonly now?: Date;
}

const encoder = new TextEncoder();

/**
 * Makes the asker's proof of possession (RFC 9449 §4.2 with the claims of schema/wire/proof.ts) for one request.
 *
 * @returns the proof, and the salt to send beside the case reference when one was given.
 */
export async function prove(request: ToProve): Promise<{ readonly proof: string; readonly caseSalt?: string }> {
  const { kty, crv, x, y } = await exportJWK(request.keyPair.publicKey);
  const caseSalt = request.caseRef === undefined ? undefined : toBase64url(crypto.getRandomValues(new Uint8Array(16)));
  const claims: Proof = {
    jti: crypto.randomUUID(),
    htm: 'POST',
    htu: request.address,
    iat: Math.floor((request.now ?? new Date()).getTime() / 1000),
    ath: await sha256(request.token),
    purpose: request.purpose,
    body_digest: await sha256(request.body),
    ...(caseSalt === undefined ? {} : { case_digest: await sha256(`${caseSalt}.${request.caseRef}`) }),
  };
  const proof = await new SignJWT({ ...claims })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } as { kty: string; crv: string; x: string; y: string } })
    .sign(request.keyPair.privateKey);
  return { proof, ...(caseSalt === undefined ? {} : { caseSalt }) };
}

async function sha256(text: string): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))));
}
