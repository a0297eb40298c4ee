import { createPrivateKey, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDevelopmentToken } from '../../cli/ask/get-token.js';
import { openRegistry } from '../../cli/home/registry.js';
import { addressOf } from '../../cli/house/processes.js';
import { ask } from '../../client/ask.js';
import { createAskerKey } from '../../client/asker-key.js';
import { enrol } from '../../client/enrol.js';
import { sodiumGroup } from '../../client/group/sodium-group.js';
import type { ResidentId } from '../../client/normalise-resident-id.js';
import { recordConsent } from '../../client/record-consent.js';
import type { NamingKeys } from '../../schema/registry/registry.js';
import { SAYS_NO_MORE } from '../../schema/wire/consent-recording.js';
import { signEnrolment } from '../../schema/wire/enrolment-signature.js';
import type { BenchHouse } from '../house/open-bench-house.js';

/** The charity's officer, as the bench uses one. */
export interface Officer {
  refs(ids: readonly ResidentId[]): Promise<string[]>;
  /** @returns whether civil affairs released a value as recorded, by consent; undefined when the hub or civil affairs did not answer. */
  seesRaw(ref: string): Promise<boolean | undefined>;
  /** @throws Error when it is not recorded. */
  record(ref: string, kind: 'GIVE' | 'WITHDRAW', wait: boolean): Promise<void>;
}

const ORGANISATION = 'charity-federation';
const USER = 'lin-yue';
const QUERY = 'query ($id: ID!) { person(id: $id) { civilAffairsAid { asOf items { amount { min max } } } } }';
/** Tokens live ten minutes; in milliseconds. */
const TOKEN_USE = 300_000;

/** Makes the officer of a house. */
export async function benchOfficer({ home, port }: BenchHouse): Promise<Officer> {
  const registry = openRegistry(home);
  const { audience } = registry;
  const keyPair = await createAskerKey();
  const group = await sodiumGroup();
  const key = createPrivateKey(readFileSync(join(home.client(ORGANISATION), 'enrolment.key')));
  let token: Promise<string> | undefined;
  let since = 0;
  const freshToken = (): Promise<string> => {
    if (token === undefined || performance.now() - since > TOKEN_USE) {
      since = performance.now();
      token = getDevelopmentToken(addressOf('issuer', port), USER, keyPair);
    }
    return token;
  };

  return {
    refs: (ids) =>
      enrol(ids, {
        group,
        organisation: ORGANISATION,
        naming: registry.naming.at(-1) as NamingKeys,
        linkage: addressOf('linkage', port),
        authority: addressOf('key-authority', port),
        sign: (to, body) => signEnrolment(key, { organisation: ORGANISATION, audience: to, body, now: new Date() }),
      }),
    seesRaw: async (id) => {
      const answer = await ask(
        { query: QUERY, variables: { id } },
        { endpoint: audience, token: freshToken, keyPair, purpose: 'PRIOR_AID_CHECK' },
      );
      if (answer.kind !== 'ANSWERED') return undefined;
      const answered = answer.disclosure?.sources.some(({ source, answered: there }) => source === 'civil-affairs' && there);
      if (!answered) return undefined;
      return answer.disclosure?.lines.some(
        ({ source, outcome, basis }) => source === 'civil-affairs' && outcome === 'RAW' && basis === 'CONSENT',
      );
    },
    record: async (person, kind, wait) => {
      const reply = await recordConsent(
        {
          ...SAYS_NO_MORE,
          id: randomUUID(),
          kind,
          person,
          recipient: ORGANISATION,
          purpose: 'PRIOR_AID_CHECK',
          categories: ['AID'],
          extent: kind === 'GIVE' ? 'DETAIL' : null,
        },
        { endpoint: addressOf('consent', port), audience, token: await freshToken(), keyPair, wait },
      );
      if (reply.kind !== 'ANSWERED') throw new Error(`not recorded: ${reply.kind}`);
    },
  };
}
