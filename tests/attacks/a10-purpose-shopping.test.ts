import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEVELOPMENT_USERS } from '../../cli/first-start/development-users.js';
import { PURPOSES, type Purpose } from '../../schema/vocabulary/purposes.js';
import { HEADERS } from '../../schema/wire/headers.js';
import type { Hub } from '../hub/hub.js';
import { ASK_PERSON } from '../hub/questions.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

/** Every user tries every purpose; a purpose that is missing, unknown or doubled is refused, never read as a wider one. */
const REGISTERED: Readonly<Record<string, readonly Purpose[]>> = {
  'lin-yue': ['PRIOR_AID_CHECK'],
  'qian-hui': ['CASE_REVIEW'],
  'he-ping': ['PRIOR_AID_CHECK'],
  'chen-jianguo': ['CASE_REVIEW'],
  'sun-ying': ['CASE_REVIEW'],
  'wang-xin': ['AUDIT'],
  'zhao-lei': ['PRIOR_AID_CHECK'],
  detection: ['DETECTION'],
};

const county = testCounty();
let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
}, 120_000);
afterAll(() => hub?.close());

const cases = DEVELOPMENT_USERS.flatMap(({ user }) => (Object.keys(PURPOSES) as Purpose[]).map((purpose) => [user, purpose] as const));

describe('A10: purpose shopping', () => {
  test.each(cases)('%s for %s', async (as, purpose) => {
    const id = await hub.refOf('civil-affairs', county.person('aided-by-both'));
    const reply = await hub.ask({ as, purpose, query: ASK_PERSON, variables: { id } });
    const allowed = REGISTERED[as]?.includes(purpose) ?? false;
    expect(reply.status).toBe(allowed ? 200 : 403);
    if (!allowed)
      expect(reply.body).toEqual({
        errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'PURPOSE_NOT_REGISTERED' }) })],
      });
  });

  test.each([
    ['none', undefined],
    ['unknown', 'ANYTHING'],
    ['two at once', 'CASE_REVIEW EMERGENCY'],
    ['a list', ['CASE_REVIEW']],
    ['one of Object’s own', 'constructor'],
  ])('a proof whose purpose is %s', async (_, purpose) => {
    const id = await hub.refOf('civil-affairs', county.person('aided-by-both'));
    const reply = await hub.ask({ as: 'chen-jianguo', purpose: purpose as Purpose, query: ASK_PERSON, variables: { id } });
    expect([401, 403]).toContain(reply.status);
    expect(reply.body.data ?? null).toBeNull();
  });

  test('a purpose in another header or in the question changes nothing', async () => {
    const id = await hub.refOf('charity-federation', county.person('aided-by-both'));
    const reply = await hub.ask({
      as: 'lin-yue',
      purpose: 'PRIOR_AID_CHECK',
      query: ASK_PERSON,
      variables: { id, purpose: 'CASE_REVIEW' },
      tamper: ({ headers, body }) => {
        headers.set('purpose', 'CASE_REVIEW');
        headers.set(`x-${HEADERS.statement}`, 'CASE_REVIEW');
        return { headers, body };
      },
    });
    expect(reply.body.extensions?.disclosure?.purpose).toBe('PRIOR_AID_CHECK');
    expect(reply.body.data?.person).toMatchObject({ civilAffairsAid: { items: null } });
  });
});
