import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { valuesAt } from '../hub/expect-outcome.js';
import type { Hub, Reply } from '../hub/hub.js';
import { ASK_PERSON } from '../hub/questions.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

/**
 * Askers of different rights put the same question about the same person at the same time, through all that
 * the gateway sends with, the agencies' loaders and group recorder. None may get another's answer. (That a network which shares
 * what is in flight would mix them is shown in gateway/, as a control.)
 */
const ROUNDS = 25;
const county = testCounty();
let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
}, 120_000);
afterAll(() => hub?.close());

interface Expected {
  readonly organisation: string;
  readonly amounts: unknown[];
  readonly state: string;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  'chen-jianguo': { organisation: 'civil-affairs', amounts: ['3000.00', '37400.00'], state: 'ANSWERED' },
  'lin-yue': { organisation: 'charity-federation', amounts: ['2000.00', '20000.00'], state: 'ANSWERED' },
  'zhao-lei': { organisation: 'crowdfunding', amounts: [], state: 'WITHHELD' },
};

describe('A11: mixing askers', () => {
  test('identical questions at once', async () => {
    await hub.consent(county.person('aided-by-both'), { kind: 'GIVE', extent: 'SUMMARY', categories: ['AID'] });
    const users = Object.keys(EXPECTED);
    const purposes = { 'chen-jianguo': 'CASE_REVIEW', 'lin-yue': 'PRIOR_AID_CHECK', 'zhao-lei': 'PRIOR_AID_CHECK' } as const;
    const ids = new Map<string, string>();
    for (const user of users) ids.set(user, await hub.refOf(EXPECTED[user]?.organisation as string, county.person('aided-by-both')));
    const asked: Promise<readonly [string, Reply]>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const user of users as (keyof typeof purposes)[]) {
        asked.push(
          hub
            .ask({ as: user, purpose: purposes[user], query: ASK_PERSON, variables: { id: ids.get(user) } })
            .then((reply) => [user, reply] as const),
        );
      }
    }
    const replies = await Promise.all(asked);
    const receipts = new Set<string>();
    for (const [user, reply] of replies) {
      const expected = EXPECTED[user] as Expected;
      expect(valuesAt(reply, 'person.civilAffairsAid.items.amount.min')).toEqual(expected.amounts);
      expect(valuesAt(reply, 'person.priorAid.sources.state')[0]).toBe(expected.state);
      receipts.add(reply.body.extensions?.disclosure?.receipt as string);
    }
    expect(receipts.size).toBe(ROUNDS * users.length);
    // Control: the three really differ, so a mixed answer would show.
    expect(new Set(replies.map(([, reply]) => JSON.stringify(reply.body.data))).size).toBe(3);
  });
});
