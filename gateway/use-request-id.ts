import { randomUUID } from 'node:crypto';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { journeyOf } from './journey.js';

/** Gives the request the hub's own number: receipt for the asker, name of its operation in the ledger. Nothing of it is taken from the request. */
export const useRequestId = (): GatewayPlugin => ({
  onRequest({ serverContext }) {
    journeyOf(serverContext).requestId = randomUUID();
  },
});
