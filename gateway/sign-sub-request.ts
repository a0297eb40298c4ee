import type { RegistryView } from '../schema/registry/read-registry.js';
import { HEADERS } from '../schema/wire/headers.js';
import { caseHandle, requestTag } from '../schema/wire/request-tag.js';
import { bodyDigest, STATEMENT_LIFETIME, signStatement } from '../schema/wire/statement.js';
import type { admitted } from './journey.js';

/** A sub-request as it is sent. */
export interface SubRequest {
  /** The subgraph it is for. */
  readonly audience: string;
  /** Of its statement, and of the answer that counts. */
  readonly jti: string;
}

/**
 * Makes the function that gives a sub-request its headers: the statement for that subgraph alone, over the exact bytes of
 * `body`, with that subgraph's own names of the request and the case; the asker's token and proof unchanged.
 *
 * @returns a function that throws Error for a subgraph without a statement key.
 */
export function createSubRequestSigner(options: {
  readonly registry: RegistryView;
  /** Statement keys by subgraph. */
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly tagKey: Buffer;
  readonly now: () => Date;
}): (journey: ReturnType<typeof admitted>, sub: SubRequest, body: string) => Record<string, string> {
  // The hub's own services alone may know the hub's number of a request.
  const hubServices = new Set(
    options.registry.organisations.flatMap(({ kind, subgraph }) => (kind === 'HUB' && subgraph ? [subgraph.name] : [])),
  );

  return ({ requestId, admission }, { audience, jti }, body) => {
    const key = options.keys.get(audience);
    if (!key) throw new Error('a sub-request without a statement');
    const { asker, proof, evidence, caseRef } = admission;
    const iat = Math.floor(options.now().getTime() / 1000);
    const statement = signStatement(
      {
        aud: audience,
        purpose: proof.purpose,
        tag: requestTag(options.tagKey, requestId, audience),
        ...(caseRef === null ? {} : { case: caseHandle(options.tagKey, asker.organisation.id, caseRef, audience) }),
        bodyDigest: bodyDigest(body),
        jti,
        iat,
        exp: iat + STATEMENT_LIFETIME,
        ...(hubServices.has(audience) ? { requestId } : {}),
      },
      key,
    );
    return {
      accept: 'application/json',
      'content-type': 'application/json',
      [HEADERS.authorization]: evidence.authorization,
      [HEADERS.proof]: evidence.dpop,
      [HEADERS.statement]: statement,
    };
  };
}
