import { randomUUID } from 'node:crypto';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { RegistryView } from '../schema/registry/read-registry.js';
import { HEADERS } from '../schema/wire/headers.js';
import { caseHandle, requestTag } from '../schema/wire/request-tag.js';
import { bodyDigest, STATEMENT_LIFETIME, signStatement } from '../schema/wire/statement.js';
import { fetchSource } from './fetch-source.js';
import { admitted } from './journey.js';

/** A sub-request as it is sent. */
interface SubRequest {
  readonly audience: string;
  readonly jti: string;
}

const subRequests = new WeakMap<object, SubRequest>();

/** What a sub-request was sent as, by its execution request; undefined for one that carries no statement. */
export const subRequestOf = (executionRequest: object): SubRequest | undefined => subRequests.get(executionRequest);

/**
 * Signs every sub-request for its subgraph alone: over the exact bytes that travel, with that subgraph's own names of the
 * request and the case. The asker's token and proof go along unchanged. Nothing is sent without a statement.
 */
export function useStatement(options: {
  readonly registry: RegistryView;
  /** Statement keys by subgraph. */
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly tagKey: Buffer;
  readonly fetch: typeof fetch;
  /** Time for one sub-request, in milliseconds: less than the deadline, so that the other sources' data still comes. */
  readonly patience: number;
  readonly now: () => Date;
}): GatewayPlugin {
  // The hub's own services alone may know the hub's number of a request.
  const hubServices = new Set(
    options.registry.organisations.flatMap(({ kind, subgraph }) => (kind === 'HUB' && subgraph ? [subgraph.name] : [])),
  );

  return {
    onSubgraphExecute({ subgraphName, executionRequest, setExecutionRequest }) {
      const { extensions: _extensions, signal: _signal, ...sent } = executionRequest;
      // The executor hands `info` to onFetch; an object of its own, because one that is shared would name the wrong sub-request.
      Object.assign(sent, { info: { executionRequest: sent } });
      subRequests.set(sent, { audience: subgraphName, jti: randomUUID() });
      setExecutionRequest(sent);
    },

    onFetch({ context, executionRequest, options: init, setOptions, setFetchFn }) {
      const sub = executionRequest && subRequests.get(executionRequest);
      const key = sub && options.keys.get(sub.audience);
      if (!sub || !key || typeof init.body !== 'string') throw new Error('a sub-request without a statement');
      const { requestId, admission, deadline } = admitted(context);
      const { asker, proof, evidence, caseRef } = admission;
      const iat = Math.floor(options.now().getTime() / 1000);
      const statement = signStatement(
        {
          aud: sub.audience,
          purpose: proof.purpose,
          tag: requestTag(options.tagKey, requestId, sub.audience),
          ...(caseRef === null ? {} : { case: caseHandle(options.tagKey, asker.organisation.id, caseRef, sub.audience) }),
          bodyDigest: bodyDigest(init.body),
          jti: sub.jti,
          iat,
          exp: iat + STATEMENT_LIFETIME,
          ...(hubServices.has(sub.audience) ? { requestId } : {}),
        },
        key,
      );
      setOptions({
        ...init,
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          [HEADERS.authorization]: evidence.authorization,
          [HEADERS.proof]: evidence.dpop,
          [HEADERS.statement]: statement,
        },
      });
      setFetchFn(((url: string, sent: RequestInit) => fetchSource(url, sent, { ...options, deadline })) as never);
    },
  };
}
