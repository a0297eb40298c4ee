import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { Refusal } from '../schema/errors.js';
import { holdsResidentId } from './holds-resident-id.js';
import { admitted } from './journey.js';

/**
 * No resident ID number anywhere: address, headers, or any byte of the body, before anything parses it. So it cannot
 * reach a log, a cache of documents, another process or an error. Refuses RAW_IDENTIFIER.
 */
export const useRawIdentifier = (): GatewayPlugin => ({
  onRequest({ request, serverContext }) {
    const { body } = admitted(serverContext).admission;
    const headers: string[] = [];
    request.headers.forEach((value, name) => {
      headers.push(name, value);
    });
    const found = holdsResidentId(body.toString('utf8')) || holdsResidentId(request.url) || headers.some((text) => holdsResidentId(text));
    if (found) throw new Refusal('RAW_IDENTIFIER');
  },
});
