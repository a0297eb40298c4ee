import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sumAmounts } from '../schema/values/amount.js';
import { expectRaw, expectTransformed, expectWithheld, valuesAt } from './hub/expect-outcome.js';
import { AGENCIES, type Hub, type Reply } from './hub/hub.js';
import { ASK_PEOPLE, ASK_PERSON } from './hub/questions.js';
import { startHub } from './hub/start-hub.js';
import { testCounty } from './hub/test-county.js';
import { visible } from './hub/two-worlds.js';

const county = testCounty();
let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
}, 120_000);
afterAll(() => hub?.close());

const manager = async (label: string): Promise<Reply> =>
  hub.ask({
    as: 'chen-jianguo',
    purpose: 'CASE_REVIEW',
    query: ASK_PERSON,
    variables: { id: await hub.refOf('civil-affairs', county.person(label)) },
  });
const officer = async (label: string): Promise<Reply> =>
  hub.ask({
    as: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK',
    query: ASK_PERSON,
    variables: { id: await hub.refOf('charity-federation', county.person(label)) },
  });

/** What casework says of one source. */
const stateOf = (reply: Reply, source: string): unknown =>
  (valuesAt(reply, 'person.priorAid.sources') as { source: string; state: string }[]).find((entry) => entry.source === source)?.state;

const AMOUNTS = 'person.civilAffairsAid.items.amount';
const DATES = 'person.civilAffairsAid.items.grantedOn';
const RAW_AMOUNTS = [
  { min: '3000.00', max: '3000.00' },
  { min: '37400.00', max: '37400.00' },
];
const RAW_DATES = ['2026-03-18', '2023-03-21'];
const give = (extent: 'SUMMARY' | 'DETAIL') =>
  hub.consent(county.person('aided-by-both'), { kind: 'GIVE', extent, categories: ['AID', 'STATUS'] });

describe('one applicant', () => {
  afterEach(() => hub.consent(county.person('aided-by-both'), { kind: 'WITHDRAW', categories: ['AID', 'STATUS', 'HEALTH'] }));

  test('the case manager gets what the statutes give, from both agencies', async () => {
    const reply = await manager('aided-by-both');
    expectRaw(reply, 'AidRecord.grantedOn', DATES, RAW_DATES);
    expect(valuesAt(reply, AMOUNTS)).toEqual(RAW_AMOUNTS);
    const totals = new Map(
      (valuesAt(reply, 'person.priorAid.sources') as { source: string; total: { min: string; max: string } }[]).map(({ source, total }) => [
        source,
        total,
      ]),
    );
    expect(totals.get('civil-affairs')).toEqual({ min: '40400.00', max: '40400.00' });
    expect(totals.get('charity-federation')).toEqual({ min: '5000.00', max: '5000.00' });
    expect(valuesAt(reply, 'person.priorAid.total')).toEqual([sumAmounts(totals.values())]);
    expect(valuesAt(reply, 'person.charityAid.items.diagnosis')).toEqual([null]);
  });

  test('the charity officer without a grant gets nothing about the person from civil affairs', async () => {
    const reply = await officer('aided-by-both');
    for (const field of ['grantedOn', 'amount', 'kind'])
      expectWithheldAt(reply, `AidRecord.${field}`, `person.civilAffairsAid.items.${field}`);
    expect(valuesAt(reply, 'person.civilAffairsAid.items')).toEqual([null]);
    expect(stateOf(reply, 'civil-affairs')).toBe('WITHHELD');
    expect(stateOf(reply, 'charity-federation')).toBe('ANSWERED');
    expect(valuesAt(reply, 'person.priorAid.total.max')).toEqual([null]);
  });

  test('with a SUMMARY grant: bands and months', async () => {
    await give('SUMMARY');
    const reply = await officer('aided-by-both');
    expect(valuesAt(reply, DATES)).toEqual(['2026-03', '2023-03']);
    expect(valuesAt(reply, AMOUNTS)).toEqual([
      { min: '2000.00', max: '4999.99' },
      { min: '20000.00', max: '49999.99' },
    ]);
    expect(valuesAt(reply, 'person.civilAffairsAid.items.programme')).toEqual([null, null]);
  });

  test('with a DETAIL grant: amounts; health only if granted', async () => {
    await give('DETAIL');
    const reply = await officer('aided-by-both');
    expect(valuesAt(reply, AMOUNTS)).toEqual(RAW_AMOUNTS);
    expect(valuesAt(reply, 'person.civilAffairsAid.items.cause')).toEqual([null, null]);
    await hub.consent(county.person('aided-by-both'), { kind: 'GIVE', extent: 'DETAIL', categories: ['HEALTH'] });
    expect(valuesAt(await officer('aided-by-both'), 'person.civilAffairsAid.items.cause')).toEqual(['ILLNESS', null]);
  });

  test('a withdrawal takes effect on the next question', async () => {
    await give('DETAIL');
    await hub.consent(county.person('aided-by-both'), { kind: 'WITHDRAW', categories: ['AID', 'STATUS'] });
    expect(valuesAt(await officer('aided-by-both'), 'person.civilAffairsAid.items')).toEqual([null]);
  });
});

test('nothing on record is an empty list, only where absence itself may be told', async () => {
  expect(valuesAt(await manager('nothing-on-record'), 'person.priorAid.total')).toEqual([{ min: '0.00', max: '0.00' }]);
  const asked = await manager('nothing-on-record');
  expect(asked.body.data?.person).toMatchObject({ civilAffairsAid: { items: [] }, charityAid: { items: [] } });
  expect((await officer('nothing-on-record')).body.data?.person).toMatchObject({ civilAffairsAid: { items: null } });
});

test('many persons come in the order asked, in one sub-request per subgraph', async () => {
  const labels = ['nothing-on-record', 'aided-by-both', 'tekun', 'civil-affairs-only', 'aided-by-both'];
  const ids = await Promise.all(labels.map((label) => hub.refOf('civil-affairs', county.person(label))));
  hub.recordExchanges = true;
  const reply = await hub.ask({ as: 'chen-jianguo', purpose: 'CASE_REVIEW', query: ASK_PEOPLE, variables: { ids } });
  hub.recordExchanges = false;
  const counts = new Map<string, number>();
  for (const { to, path } of hub.exchanges.splice(0)) if (path === '/graphql') counts.set(to, (counts.get(to) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(['linkage', ...AGENCIES, 'casework'].map((name) => [name, 1])));
  expect(
    ((reply.body.data?.people ?? []) as { civilAffairsAid: { items: unknown[] } }[]).map((person) => person.civilAffairsAid.items.length),
  ).toEqual([0, 2, 1, 1, 2]);
});

describe('one agency down', () => {
  test.each(['civil-affairs', 'charity-federation'])('%s: the other answers, and the missing source is named', async (down) => {
    const app = hub.apps.get(down);
    if (!app) throw new Error('not there');
    hub.apps.delete(down);
    try {
      const reply = await manager('aided-by-both');
      const other = down === 'civil-affairs' ? 'charityAid' : 'civilAffairsAid';
      expect(valuesAt(reply, `person.${other}.items`).length).toBeGreaterThan(0);
      expect(valuesAt(reply, `person.${down === 'civil-affairs' ? 'civilAffairsAid' : 'charityAid'}`)).toEqual([null]);
      expect(reply.body.data?.person).toMatchObject({
        priorAid: {
          sources: expect.arrayContaining([expect.objectContaining({ source: down, state: 'NOT_ANSWERED' })]),
          total: { max: null },
        },
      });
      expect(reply.body.extensions?.disclosure?.sources).toContainEqual({ source: down, asOf: null, answered: false });
      // Without pseudonyms and the receipt, which are random: four digits of one can look like a port.
      expect(visible(reply).replaceAll(/"id":"[^"]*"/g, '')).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|41\d\d|http/);
    } finally {
      hub.apps.set(down, app);
    }
  });
});

function expectWithheldAt(reply: Reply, coordinate: string, path: string): void {
  const lines =
    reply.body.extensions?.disclosure?.lines.filter((line) => line.coordinate === coordinate && line.source === 'civil-affairs') ?? [];
  expect(lines).toEqual([{ source: 'civil-affairs', coordinate, outcome: 'WITHHELD' }]);
  expect(valuesAt(reply, path).filter((value) => value !== null && value !== undefined)).toEqual([]);
}

test('the harness tells outcomes apart: each expectation fails on the others', async () => {
  const raw = await manager('aided-by-both');
  const path = 'person.civilAffairsStatus.items.since';
  expectRaw(raw, 'StatusRecord.since', path, ['2023-03-21']);
  expect(() => expectTransformed(raw, 'StatusRecord.since', path, ['2023-03-21'])).toThrow();
  expect(() => expectWithheld(raw, 'StatusRecord.since', path)).toThrow();

  const withheld = await officer('aided-by-both');
  expectWithheld(withheld, 'StatusRecord.since', path);
  expect(() => expectRaw(withheld, 'StatusRecord.since', path, ['2023-03-21'])).toThrow();

  await give('SUMMARY');
  const transformed = await officer('aided-by-both');
  expectTransformed(transformed, 'StatusRecord.since', path, ['2023-03-21']);
  expect(() => expectRaw(transformed, 'StatusRecord.since', path, ['2023-03-21'])).toThrow();
  await hub.consent(county.person('aided-by-both'), { kind: 'WITHDRAW', categories: ['AID', 'STATUS'] });
});
