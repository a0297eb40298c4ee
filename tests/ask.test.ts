import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ASK_PERSON } from './hub/questions.js';
import { type Hub, startHub } from './hub/start-hub.js';
import { testCounty } from './hub/test-county.js';

const county = testCounty();
let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
}, 120_000);
afterAll(() => hub?.close());

const askAs = async (as: 'lin-yue' | 'chen-jianguo', label: string) => {
  const [organisation, purpose] =
    as === 'lin-yue' ? (['charity-federation', 'PRIOR_AID_CHECK'] as const) : (['civil-affairs', 'CASE_REVIEW'] as const);
  return hub.ask({ as, purpose, query: ASK_PERSON, variables: { id: await hub.refOf(organisation, county.person(label)) } });
};

describe('one applicant, three askers', () => {
  test('the case manager gets what the statutes give', async () => {
    const reply = await askAs('chen-jianguo', 'aided-by-both');
    console.log(JSON.stringify(reply.body, null, 1));
    expect(reply.status).toBe(200);
  });
});
