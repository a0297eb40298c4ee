import { randomUUID } from 'node:crypto';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { ExecutionRequest, ExecutionResult } from '@graphql-tools/utils';
import type { RegistryView } from '../schema/registry/read-registry.js';
import { documentText } from './document-text.js';
import { fetchSource } from './fetch-source.js';
import { admitted } from './journey.js';
import { readAnswer } from './read-answer.js';
import { createSubRequestSigner, type SubRequest } from './sign-sub-request.js';

const subRequests = new WeakMap<object, SubRequest>();

/** What a sub-request was sent as, by its execution request; undefined for one that carries no statement. */
export const subRequestOf = (executionRequest: object): SubRequest | undefined => subRequests.get(executionRequest);

/**
 * Signs every sub-request for its subgraph alone: over the exact bytes that travel, with that subgraph's own names of the
 * request and the case. The asker's token and proof go along unchanged. It also sends what it signed, each by itself, so
 * nothing is sent without a statement (docs/decisions/0025-the-step-that-signs-sends.md).
 */
export function useStatement(options: {
  readonly registry: RegistryView;
  /** Addresses by subgraph. */
  readonly subgraphs: ReadonlyMap<string, string>;
  /** Statement keys by subgraph. */
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly tagKey: Buffer;
  readonly fetch: typeof fetch;
  /** Time for one sub-request, in milliseconds: less than the deadline, so that the other sources' data still comes. */
  readonly patience: number;
  readonly now: () => Date;
}): GatewayPlugin {
  const { fetch, patience } = options;
  const sign = createSubRequestSigner(options);
  const addresses = new Map([...options.subgraphs].map(([name, base]) => [name, new URL('/graphql', base).href]));

  async function send(executionRequest: ExecutionRequest): Promise<ExecutionResult> {
    const sub = subRequests.get(executionRequest);
    const address = sub && addresses.get(sub.audience);
    if (!address) throw new Error('a sub-request without a statement');
    const { document, variables, operationName, context } = executionRequest;
    const journey = admitted(context);
    const body = JSON.stringify({ query: documentText(document), variables, operationName });
    const init = { method: 'POST', headers: sign(journey, sub, body), body };
    try {
      return readAnswer(await (await fetchSource(address, init, { fetch, patience, deadline: journey.deadline })).text());
    } catch {
      // Whatever it was: the source did not answer (match).
      return {};
    }
  }

  return {
    onSubgraphExecute({ subgraphName, executionRequest, setExecutionRequest, setExecutor }) {
      const { document, variables, operationName, context } = executionRequest;
      const sent = { document, variables, operationName, context } as ExecutionRequest;
      subRequests.set(sent, { audience: subgraphName, jti: randomUUID() });
      setExecutionRequest(sent);
      setExecutor(send as never);
    },
  };
}
