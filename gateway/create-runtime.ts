import { createGatewayRuntime, type GatewayPlugin, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { withOneKeyName } from './one-key-name.js';
import { planAgain } from './plan-again.js';
import { withoutSignalHandlers } from './without-signal-handlers.js';

/** What would send a sub-request that no step signed. The step that signs one also sends it (gateway/use-statement.ts). */
const UNSIGNED = {
  getSubgraphExecutor: () => () => {
    throw new Error('a sub-request without a statement');
  },
};

/** What a runtime is made from. */
export interface RuntimeOptions {
  readonly supergraph: string;
  readonly plugins: readonly GatewayPlugin[];
}

/** The planner and executor of the federation, with nothing on that is not needed: no page, report, cache, log or other door. */
export const createRuntime = (options: RuntimeOptions): GatewayRuntime =>
  withoutSignalHandlers(() =>
    createGatewayRuntime({ ...runtimeConfig(options), unifiedGraphHandler: planAgain(withOneKeyName(unifiedGraphHandler)) }),
  );

/** All of the configuration but the engine, which tests replace by another to compare the two. */
export const runtimeConfig = (options: RuntimeOptions) =>
  ({
    supergraph: options.supergraph,
    transports: { http: UNSIGNED },
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
