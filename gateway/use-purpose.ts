import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { Refusal } from '../schema/errors.js';
import { admitted } from './journey.js';

/** Why: the registry lets this client use the proof's purpose, for a role this user holds. Refuses PURPOSE_NOT_REGISTERED. */
export const usePurpose = (): GatewayPlugin => ({
  onRequest({ serverContext }) {
    const { asker, proof } = admitted(serverContext).admission;
    const roles = Object.hasOwn(asker.client.purposes, proof.purpose) ? asker.client.purposes[proof.purpose] : undefined;
    if (!roles?.some((role) => asker.roles.includes(role))) throw new Refusal('PURPOSE_NOT_REGISTERED');
  },
});
