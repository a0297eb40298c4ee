import { ask } from '../../client/ask.js';
import { createAskerKey } from '../../client/asker-key.js';
import type { Purpose } from '../../schema/vocabulary/purposes.js';
import { getDevelopmentToken } from '../ask/get-token.js';
import { type AskedHouse, openRefFinder } from '../ask/open-ref-finder.js';
import { createTokenSource } from '../ask/token-source.js';
import type { DevelopmentUser } from '../first-start/development-users.js';
import { addressOf } from '../house/processes.js';
import type { Asker } from './ask-persons.js';
import { CHECK_QUESTION, type CheckedPeople } from './question.js';

/** Milliseconds one question about many persons may take. */
const PATIENCE = 60_000;

/** Asks the running house as a sample user, for one purpose, every question under the batch reference given. */
export async function openAsker(user: DevelopmentUser, purpose: Purpose, house: AskedHouse): Promise<(batch: string) => Asker> {
  const keyPair = await createAskerKey();
  const token = createTokenSource(() => getDevelopmentToken(addressOf('issuer', house.gatewayPort), user.user, keyPair));
  const refs = await openRefFinder(user.organisation, house);
  return (caseRef) => ({
    refs,
    ask: (ids, signal) =>
      ask<CheckedPeople>(
        { query: CHECK_QUESTION, variables: { ids }, operationName: 'CheckPeople' },
        {
          endpoint: `${addressOf('gateway', house.gatewayPort)}/graphql`,
          audience: house.registry.audience,
          token,
          keyPair,
          purpose,
          caseRef,
          signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
        },
      ),
  });
}
