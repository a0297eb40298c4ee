import { randomUUID } from 'node:crypto';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { RegistryView } from '../schema/registry/read-registry.js';
import { fetchSource } from './fetch-source.js';
import { admitted } from './journey.js';
import { createSubRequestSigner, type SubRequest } from './sign-sub-request.js';

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
  const sign = createSubRequestSigner(options);

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
      if (!sub || typeof init.body !== 'string') throw new Error('a sub-request without a statement');
      const journey = admitted(context);
      setOptions({ ...init, headers: sign(journey, sub, init.body) });
      const { deadline } = journey;
      setFetchFn(((url: string, sent: RequestInit) => fetchSource(url, sent, { ...options, deadline })) as never);
    },
  };
}
