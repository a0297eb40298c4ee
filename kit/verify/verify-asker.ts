import { Refusal } from '../../schema/errors.js';
import { isRegisteredFor } from '../../schema/registry/is-registered-for.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import type { Purpose } from '../../schema/vocabulary/purposes.js';
import { type Asker, createTokenVerifier } from '../../schema/wire/access-token.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { readProof } from '../../schema/wire/proof.js';
import { bodyDigest } from '../../schema/wire/statement.js';

/** An asker's token and proof as they came, and what they came with. */
export interface Evidenced {
  readonly token: string;
  readonly proof: string;
  /** The address the proof must name. */
  readonly address: string;
  readonly body: Uint8Array | string;
}

/** Token and proof of a request's headers; empty where there are none. */
export const evidenceOf = (headers: Headers): { token: string; proof: string } => ({
  token: /^DPoP (\S+)$/i.exec(headers.get(HEADERS.authorization) ?? '')?.[1] ?? '',
  proof: headers.get(HEADERS.proof) ?? '',
});

/**
 * Makes the check of a request that an asker sends to a service of the hub itself, and not through the gateway: token, proof over
 * exactly this body, for one purpose the registry allows. A replay is not refused: what it allows must be idempotent.
 *
 * @throws Refusal UNAUTHENTICATED or PURPOSE_NOT_REGISTERED.
 */
export function createAskerVerifier(
  options: { readonly registry: RegistryView; readonly development: boolean; readonly fetch: typeof fetch; readonly now: () => Date },
  purpose: Purpose,
): (request: Evidenced) => Promise<Asker> {
  const verifyToken = createTokenVerifier(options.registry, options);
  return async ({ token, proof: signed, address, body }) => {
    const now = options.now();
    const asker = await verifyToken(token, now);
    if (!asker) throw new Refusal('UNAUTHENTICATED', 'token');
    const proof = readProof(signed, { jkt: asker.jkt, token, htu: address, now });
    if (!proof) throw new Refusal('UNAUTHENTICATED', 'proof');
    if (proof.body_digest !== bodyDigest(body)) throw new Refusal('UNAUTHENTICATED', 'body');
    if (proof.purpose !== purpose || !isRegisteredFor(asker, purpose)) throw new Refusal('PURPOSE_NOT_REGISTERED');
    return asker;
  };
}
