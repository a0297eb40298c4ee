import { createGatewayRuntime, type GatewayPlugin, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import http from '@graphql-mesh/transport-http';
import { withoutSignalHandlers } from './without-signal-handlers.js';

/** With sharing on, which is the executor's default, askers with the same question get one asker's answer. */
export const HTTP_EXECUTOR = { deduplicateInflightRequests: false };

/** What a runtime is made from. */
export interface RuntimeOptions {
  readonly supergraph: string;
  /** Addresses by subgraph; they take the place of those the supergraph names. */
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly plugins: readonly GatewayPlugin[];
}

/** The planner and executor of the federation, with nothing on that is not needed: no page, report, cache, log or other door. */
export const createRuntime = (options: RuntimeOptions): GatewayRuntime =>
  withoutSignalHandlers(() => createGatewayRuntime({ ...runtimeConfig(options), unifiedGraphHandler }));

/** All of the configuration but the engine, which tests replace by another to compare the two. */
export const runtimeConfig = (options: RuntimeOptions) =>
  ({
    supergraph: options.supergraph,
    transports: { http },
    transportEntries: {
      '*.http': { options: HTTP_EXECUTOR },
      ...Object.fromEntries([...options.subgraphs].map(([name, url]) => [name, { location: new URL('/graphql', url).href }])),
    },
    plugins: () => [...options.plugins],
    // Each sub-request has a statement of its own; the planner batches persons already.
    __experimental__batchExecution: false,
    graphqlEndpoint: '/graphql',
    logging: false,
    maskedErrors: false,
    subgraphErrors: false,
    requestId: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    deferStream: false,
  }) satisfies Parameters<typeof createGatewayRuntime>[0];
