import { createGatewayRuntime, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { type RuntimeOptions, runtimeConfig } from '../../gateway/create-runtime.js';
import { withoutSignalHandlers } from '../../gateway/without-signal-handlers.js';

/** Hive's stitching runtime (`@graphql-tools/federation`), which the gateway runtime takes when no other engine is named. */
export const stitchingEngine = (options: RuntimeOptions): GatewayRuntime =>
  withoutSignalHandlers(() => createGatewayRuntime(runtimeConfig(options)));
