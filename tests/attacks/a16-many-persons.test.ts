import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { LEDGER_LOCK } from '../../kit/record/ledger-lock.js';
import type { App } from '../../runtime/app.js';
import { openSecrets } from '../../runtime/secrets.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { bodyDigest, type Statement, signStatement } from '../../schema/wire/statement.js';
import { valuesAt } from '../hub/expect-outcome.js';
import type { Hub } from '../hub/hub.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

/** A16 and its neighbours: more persons than may be asked about, persons asked twice, and what rides along with a person. */
const county = testCounty();
const AID = 'id civilAffairsAid { items { amount { min } } }';
let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
  await hub.consent(county.person('aided-by-both'), { kind: 'GIVE', extent: 'DETAIL', categories: ['AID'] });
}, 120_000);
afterAll(() => hub?.close());

const ref = (label: string) => hub.refOf('charity-federation', county.person(label));
const ask = (query: string, variables: Record<string, unknown>) => hub.ask({ as: 'lin-yue', purpose: 'PRIOR_AID_CHECK', query, variables });
const codes = (reply: Awaited<ReturnType<typeof ask>>) => reply.body.errors?.map((error) => error.extensions?.code);

/** Puts something between the gateway and an agency for one question. */
async function between<T>(agency: string, change: (app: App, request: Request) => Promise<Response>, work: () => Promise<T>): Promise<T> {
  const app = hub.apps.get(agency) as App;
  hub.apps.set(agency, { ...app, handle: (request) => change(app, request) });
  try {
    return await work();
  } finally {
    hub.apps.set(agency, app);
  }
}

test('200 times the same person: 200 times the same answer; one more, by whatever alias, and nobody is asked', async () => {
  const id = await ref('aided-by-both');
  const query = `query ($ids: [ID!]!, $id: ID!, $more: Boolean!) { people(ids: $ids) { ${AID} } more: person(id: $id) @include(if: $more) { id } }`;
  const ids = Array<string>(200).fill(id);
  const within = await ask(query, { ids, id, more: false });
  const people = within.body.data?.people as unknown[];
  expect([people.length, new Set(people.map((person) => JSON.stringify(person))).size]).toEqual([200, 1]);
  expect(valuesAt(within, 'people.civilAffairsAid.items.amount.min')).toContain('3000.00');

  hub.recordExchanges = true;
  const beyond = await ask(query, { ids, id, more: true });
  hub.recordExchanges = false;
  expect(codes(beyond)).toEqual(['TOO_MANY_PERSONS']);
  expect(hub.exchanges.splice(0).filter(({ to }) => to === 'civil-affairs')).toEqual([]);
});

test('in one list everybody has their own decision, also who stands there twice', async () => {
  const [granted, other] = [await ref('aided-by-both'), await ref('tekun')];
  const reply = await ask(`query ($ids: [ID!]!) { people(ids: $ids) { ${AID} } again: people(ids: $ids) { ${AID} } }`, {
    ids: [other, granted, other, granted],
  });
  const opened = (list: unknown) =>
    (list as { civilAffairsAid: { items: unknown[] | null } }[]).map(({ civilAffairsAid }) => civilAffairsAid.items !== null);
  expect([opened(reply.body.data?.people), opened(reply.body.data?.again)]).toEqual([
    [false, true, false, true],
    [false, true, false, true],
  ]);
});

describe('what rides along with a person’s key changes nothing', () => {
  test.each([
    ['nothing (control)', ''],
    ['values of its own fields', '"civilAffairsAid":{"asOf":"EVIL","items":[{"amount":{"min":"EVIL"}}]},"household":{"size":"EVIL"},'],
    ['names every object has', '"constructor":{"prototype":{"EVIL":1}},"toString":"EVIL","valueOf":1,"then":1,'],
    ['a prototype', '"__proto__":{"EVIL":1,"civilAffairsAid":{"items":[]}},'],
  ])('%s', async (_, ridesAlong) => {
    const id = await ref('aided-by-both');
    const query = `query ($id: ID!) { person(id: $id) { ${AID} household { size } } }`;
    const genuine = await ask(query, { id });
    const changed = await between(
      'civil-affairs',
      async (app, request) => {
        const body = (await request.text()).replace('"civilAffairsKey":', `${ridesAlong}"civilAffairsKey":`);
        const claims = JSON.parse(
          Buffer.from((request.headers.get(HEADERS.statement) ?? '').split('.')[1] ?? '', 'base64url').toString(),
        ) as Statement;
        const key = openSecrets(hub.home.secrets('gateway')).key('statement-civil-affairs.key');
        const headers = new Headers(request.headers);
        headers.set(HEADERS.statement, signStatement({ ...claims, bodyDigest: bodyDigest(body) }, key));
        return app.handle(new Request(request.url, { method: 'POST', headers, body }));
      },
      () => ask(query, { id }),
    );
    expect(changed.body.data).toEqual(genuine.body.data);
    expect(valuesAt(changed, 'person.civilAffairsAid.items.amount.min')).toContain('3000.00');
    expect(({} as { EVIL?: number }).EVIL).toBeUndefined();
  });
});

test('PostgreSQL ends every connection of an agency while it answers: nothing of it is released, and it recovers', async () => {
  const owner = new pg.Client({ connectionString: hub.databaseUrl('civil-affairs') });
  await owner.connect();
  const sql = async (text: string) => (await owner.query<{ n: number }>(text)).rows[0]?.n ?? 0;
  const query = `query ($id: ID!) { person(id: $id) { ${AID} } }`;
  const variables = { id: await ref('aided-by-both') };
  const before = await sql('SELECT count(*)::int AS n FROM disclosure');
  await owner.query(`SELECT pg_advisory_lock(${LEDGER_LOCK})`);
  const asked = Array.from({ length: 12 }, () => ask(query, variables));
  const waiting =
    "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
  while ((await sql(waiting)) === 0);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await owner.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await owner.query(`SELECT pg_advisory_unlock(${LEDGER_LOCK})`);
  const released = (await Promise.all(asked)).filter(({ text }) => text.includes('3000.00')).length;
  expect(released).toBeLessThan(12);
  expect(released).toBeLessThanOrEqual((await sql('SELECT count(*)::int AS n FROM disclosure')) - before);
  expect((await ask(query, variables)).text).toContain('3000.00');
  await owner.end();
});
