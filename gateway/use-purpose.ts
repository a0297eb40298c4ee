import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { Refusal } from '../schema/errors.js';
import { allowsPurpose } from '../schema/registry/allows-purpose.js';
import { admitted } from './journey.js';

/** Why: the registry lets this client use the proof's purpose, for a role this user holds. Refuses PURPOSE_NOT_REGISTERED. */
export const usePurpose = (): GatewayPlugin => ({
  onRequest({ serverContext }) {
    const { asker, proof } = admitted(serverContext).admission;
    if (!allowsPurpose(asker, proof.purpose)) throw new Refusal('PURPOSE_NOT_REGISTERED');
  },
});
