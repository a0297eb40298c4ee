import { type Answer, ask } from '../../client/ask.js';
import { createAskerKey } from '../../client/asker-key.js';
import type { ResidentId } from '../../client/normalise-resident-id.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import type { Purpose } from '../../schema/vocabulary/purposes.js';
import type { DevelopmentUser } from '../first-start/development-users.js';
import type { Home } from '../home/paths.js';
import { addressOf } from '../house/processes.js';
import { findRef } from './find-ref.js';
import { getDevelopmentToken } from './get-token.js';
import { type PersonAid, QUESTION } from './question.js';

/** Asks the standard question about one person, as a sample user, with a fresh key and token. @throws CommandError */
export async function askHub(
  asking: { readonly user: DevelopmentUser; readonly purpose: Purpose; readonly person: ResidentId; readonly caseRef?: string | undefined },
  house: { readonly home: Home; readonly gatewayPort: number; readonly registry: RegistryView },
): Promise<Answer<PersonAid>> {
  const { user, purpose, person, caseRef } = asking;
  const keyPair = await createAskerKey();
  const token = await getDevelopmentToken(addressOf('issuer', house.gatewayPort), user.user, keyPair);
  const id = await findRef(person, user.organisation, house);
  return ask<PersonAid>(
    { query: QUESTION, variables: { id }, operationName: 'PersonAid' },
    {
      endpoint: `${addressOf('gateway', house.gatewayPort)}/graphql`,
      audience: house.registry.audience,
      token: () => token,
      keyPair,
      purpose,
      ...(caseRef === undefined ? {} : { caseRef }),
      signal: AbortSignal.timeout(60_000),
    },
  );
}
