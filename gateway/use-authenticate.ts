import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { readBody } from '../runtime/read-body.js';
import { Refusal } from '../schema/errors.js';
import type { RegistryView } from '../schema/registry/read-registry.js';
import type { createTokenVerifier } from '../schema/wire/access-token.js';
import { HEADERS } from '../schema/wire/headers.js';
import { caseDigest, type Proof, readProof } from '../schema/wire/proof.js';
import { bodyDigest } from '../schema/wire/statement.js';
import { journeyOf } from './journey.js';
import { namesOnePurpose } from './names-one-purpose.js';
import type { ReplayGuard } from './replay-guard.js';

const SCHEME = /^DPoP ([\x21-\x7e]{1,16384})$/i;

/** The body is read only for an asker whose token and proof are good, and never further than this many bytes. */
export const BODY_LIMIT = 256 * 1024;

/**
 * Who asks: access token and proof of possession (RFC 9449), made for exactly these bytes and this case, not used before.
 *
 * Refuses UNAUTHENTICATED, PURPOSE_REQUIRED (the proof names no single known purpose), BODY_TOO_LARGE, PROOF_REPLAYED.
 */
export function useAuthenticate(options: {
  readonly registry: RegistryView;
  readonly verifyToken: ReturnType<typeof createTokenVerifier>;
  readonly replays: ReplayGuard;
  readonly now: () => Date;
}): GatewayPlugin {
  const { verifyToken, replays } = options;

  return {
    async onRequest({ request, serverContext }) {
      const { headers } = request;
      const now = options.now();
      const authorization = headers.get(HEADERS.authorization) ?? '';
      const dpop = headers.get(HEADERS.proof) ?? '';
      const token = SCHEME.exec(authorization)?.[1];
      const asker = token === undefined ? undefined : await verifyToken(token, now);
      if (!asker || token === undefined) throw new Refusal('UNAUTHENTICATED', 'token');

      const proof = readProof(dpop, { jkt: asker.jkt, token, htu: options.registry.audience, now });
      if (!proof) throw namesOnePurpose(dpop) ? new Refusal('UNAUTHENTICATED', 'proof') : new Refusal('PURPOSE_REQUIRED');

      const body = await readBody(request, BODY_LIMIT);
      if (!body) throw new Refusal('BODY_TOO_LARGE');
      if (proof.body_digest !== bodyDigest(body)) throw new Refusal('UNAUTHENTICATED', 'body digest');
      const caseRef = readCase(headers, proof);
      // Last, so that a request refused for anything else does not use up its proof.
      if (!replays.first(asker.jkt, proof.jti, now)) throw new Refusal('PROOF_REPLAYED');

      journeyOf(serverContext).admission = { asker, proof, evidence: { authorization, dpop }, body, caseRef };
    },
  };
}

/** The case the proof speaks of: named in both or in neither. */
function readCase(headers: Headers, proof: Proof): string | null {
  const caseRef = headers.get(HEADERS.caseRef);
  const salt = headers.get(HEADERS.caseSalt);
  if (caseRef === null && salt === null && proof.case_digest === undefined) return null;
  if (!caseRef || !salt || proof.case_digest !== caseDigest(salt, caseRef)) throw new Refusal('UNAUTHENTICATED', 'case');
  return caseRef;
}
