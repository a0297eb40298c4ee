import { Refusal } from '../../schema/errors.js';
import { allowsPurpose } from '../../schema/registry/allows-purpose.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import { createTokenVerifier } from '../../schema/wire/access-token.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { readProof } from '../../schema/wire/proof.js';
import { readStatement } from '../../schema/wire/statement.js';
import type { Asking } from '../asking.js';

/** What a subgraph checks sub-requests with. */
export interface VerifyOptions {
  readonly registry: RegistryView;
  /** This subgraph's name. */
  readonly audience: string;
  readonly statementKey: Buffer;
  readonly development: boolean;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
}

/**
 * Makes the first step of the pipeline: statement (the gateway speaks to us, about exactly this body), token (who asks),
 * proof (the asker's key signed this purpose), registry (the client may). Replay is for the ledger transaction.
 *
 * @throws Refusal STATEMENT_REFUSED or PURPOSE_NOT_REGISTERED; the detail names the check for the log.
 */
export function createRequestVerifier(options: VerifyOptions): (headers: Headers, body: Uint8Array) => Promise<Asking> {
  const { registry, audience, statementKey } = options;
  const verifyToken = createTokenVerifier(registry, options);

  return async (headers, body) => {
    const now = options.now();
    const came = performance.now();
    const statement = readStatement(headers.get(HEADERS.statement) ?? '', statementKey, { audience, body, now });
    if (!statement) throw new Refusal('STATEMENT_REFUSED', 'statement');

    const token = /^DPoP (\S+)$/i.exec(headers.get(HEADERS.authorization) ?? '')?.[1] ?? '';
    const asker = await verifyToken(token, now);
    if (!asker) throw new Refusal('STATEMENT_REFUSED', 'token');

    const evidence = { token, proof: headers.get(HEADERS.proof) ?? '' };
    const proof = readProof(evidence.proof, { jkt: asker.jkt, token, htu: registry.audience, now });
    if (!proof) throw new Refusal('STATEMENT_REFUSED', 'proof');
    if (proof.purpose !== statement.purpose) throw new Refusal('STATEMENT_REFUSED', 'purpose');
    if (!allowsPurpose(asker, proof.purpose)) throw new Refusal('PURPOSE_NOT_REGISTERED');

    const time = () => Math.max(options.now().getTime(), statement.iat * 1000 + performance.now() - came);
    return { asker, statement, proof, evidence, now: new Date(Math.max(now.getTime(), statement.iat * 1000)), time };
  };
}
