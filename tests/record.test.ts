import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { LEDGER_LOCK } from '../kit/record/ledger-lock.js';
import { newBatchRef } from '../schema/wire/batch-ref.js';
import type { DisclosureLine } from '../schema/wire/disclosure.js';
import { valuesAt } from './hub/expect-outcome.js';
import type { Hub, Reply } from './hub/hub.js';
import { ASK_PERSON } from './hub/questions.js';
import { startHub } from './hub/start-hub.js';
import { testCounty } from './hub/test-county.js';

const POLICY_VERSION = /^version: (.+)$/m.exec(
  readFileSync(join(import.meta.dirname, '../subgraphs/civil-affairs/policy.yaml'), 'utf8'),
)?.[1];

/** Nothing is released that is not recorded: at the agency, and at the hub before and after. */
const county = testCounty();
let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
}, 120_000);
afterAll(() => hub?.close());

const officer = async (): Promise<Reply> =>
  hub.ask({
    as: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK',
    query: ASK_PERSON,
    variables: { id: await hub.refOf('charity-federation', county.person('aided-by-both')) },
  });

async function sql<R extends object>(name: string, text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: hub.databaseUrl(name) });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const entries = (agency: string) =>
  sql<{ jti: string; entry: { lines: unknown[]; recipient: string; policyVersion: string }; persons: string[] }>(
    agency,
    `SELECT jti, convert_from(entry, 'UTF8')::json AS entry, array(SELECT ref FROM disclosure_person WHERE seq = disclosure.seq) AS persons
     FROM disclosure ORDER BY seq`,
  );

describe('an agency’s record', () => {
  test('holds every answer: who, under which policy, what each field did, about whom', async () => {
    const before = await entries('civil-affairs');
    hub.recordExchanges = true;
    const reply = await officer();
    hub.recordExchanges = false;
    const answer = hub.exchanges.splice(0).find(({ to, path }) => to === 'civil-affairs' && path === '/graphql');
    const report = (JSON.parse(answer?.response.body ?? '{}') as { extensions: { aidgraph: { jti: string; lines: DisclosureLine[] } } })
      .extensions.aidgraph;
    const added = (await entries('civil-affairs')).slice(before.length);
    expect(added.map(({ jti }) => jti)).toEqual([report.jti]);
    expect(added[0]?.entry).toMatchObject({ recipient: 'charity-federation', policyVersion: POLICY_VERSION });
    expect(added[0]?.entry.lines.length).toBe(report.lines.length);
    expect(added[0]?.persons).toContain(await hub.refOf('civil-affairs', county.person('aided-by-both')));
    expect(reply.body.extensions?.disclosure?.lines.filter(({ source }) => source === 'civil-affairs').length).toBe(report.lines.length);
  });

  test('holds no name, amount or ID number, and no two agencies’ entries share a name of the request', async () => {
    const all = await Promise.all((['civil-affairs', 'charity-federation'] as const).map(entries));
    // Random names can hold any five digits by chance; everything else is read as it stands.
    const RANDOM: readonly string[] = ['jti', 'tag', 'bodyDigest', 'persons'];
    const legible = JSON.stringify(all, (key, value: unknown) => (RANDOM.includes(key) ? undefined : value));
    expect(legible).toContain('AidRecord.amount');
    expect(legible).not.toMatch(/吕秀珍|37400|3000\.00|999001195803125429/);
    const texts = all.map((of) => JSON.stringify(of));
    expect(texts.join()).not.toMatch(/吕秀珍|3000\.00|999001195803125429/);
    const words = texts.map((text) => new Set(text.match(/[A-Za-z0-9_-]{20,}/g)));
    expect([...(words[0] ?? [])].filter((word) => words[1]?.has(word) && !/^[a-zA-Z-]+$/.test(word))).toEqual([]);
  });

  test('when it cannot be written, the agency gives nothing', async () => {
    await hub.consent(county.person('aided-by-both'), { kind: 'GIVE', extent: 'DETAIL', categories: ['AID'] });
    await sql('civil-affairs', 'ALTER TABLE disclosure RENAME TO disclosure_away');
    try {
      const reply = await officer();
      expect(valuesAt(reply, 'person.civilAffairsAid')).toEqual([null]);
      expect(reply.text).not.toContain('3000.00');
      expect(reply.body.extensions?.disclosure?.sources).toContainEqual({ source: 'civil-affairs', asOf: null, answered: false });
    } finally {
      await sql('civil-affairs', 'ALTER TABLE disclosure_away RENAME TO disclosure');
    }
    // Positive control.
    expect(valuesAt(await officer(), 'person.civilAffairsAid.items.amount.min')).toContain('3000.00');
  });

  test('a withdrawal applied after the decision and before the record: nothing rests on the grant', async () => {
    const writer = new pg.Client({ connectionString: hub.databaseUrl('civil-affairs') });
    await writer.connect();
    await hub.consent(county.person('aided-by-both'), { kind: 'GIVE', extent: 'DETAIL', categories: ['AID'] });
    await writer.query(`BEGIN; SELECT pg_advisory_xact_lock(${LEDGER_LOCK})`);
    const asked = officer();
    // The answer now waits for the lock with its decision made.
    for (let waiting = 0; waiting === 0; ) {
      const { rows } = await writer.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
      );
      waiting = rows[0]?.n ?? 0;
    }
    await writer.query(
      `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, at, valid_from)
       VALUES ('in-between', 'WITHDRAW', $1, 'charity-federation', 'PRIOR_AID_CHECK', '{AID}', now(), now())`,
      [await hub.refOf('civil-affairs', county.person('aided-by-both'))],
    );
    await writer.query('COMMIT');
    await writer.end();
    const reply = await asked;
    expect(valuesAt(reply, 'person.civilAffairsAid.items')).toEqual([null]);
    expect(reply.text).not.toContain('3000.00');
    const last = (await entries('civil-affairs')).at(-1);
    expect(JSON.stringify(last?.entry.lines)).not.toContain('RAW');
  });
});

describe('the hub’s record', () => {
  interface Operation {
    readonly requestId: string;
    readonly closedAt: string | null;
    readonly user: string;
    readonly answeredBy: readonly string[];
  }
  const QUERY = '{ hubOperations(last: 1) { requestId closedAt user purpose answeredBy } }';
  const newest = async (): Promise<Operation[]> => {
    const reply = await hub.ask({
      as: 'wang-xin',
      purpose: 'AUDIT',
      query: '{ hubOperations(last: 2) { requestId closedAt user answeredBy } }',
    });
    // The newest is this reading itself: opened, and not yet closed.
    return ((reply.body.data?.hubOperations ?? []) as Operation[]).slice(1);
  };

  test('every answered request was opened and closed', async () => {
    const reply = await officer();
    expect(await newest()).toEqual([
      {
        requestId: reply.body.extensions?.disclosure?.receipt,
        closedAt: expect.any(String),
        user: 'lin-yue',
        answeredBy: expect.arrayContaining(['linkage', 'civil-affairs', 'charity-federation', 'casework']),
      },
    ]);
  });

  test('only an auditor reads it', async () => {
    const reply = await hub.ask({ as: 'lin-yue', purpose: 'PRIOR_AID_CHECK', query: QUERY });
    expect(reply.body.data).toEqual({ hubOperations: null });
  });

  test('shows a run over a list as one entry, and another asker’s under the same reference as another', async () => {
    const caseRef = newBatchRef(42);
    const batches = async () =>
      (
        await hub.ask({
          as: 'wang-xin',
          purpose: 'AUDIT',
          query: '{ hubBatches(last: 2) { batch organisation client user purpose rows operations answered firstAt lastAt } }',
        })
      ).body.data?.hubBatches as Record<string, unknown>[];
    const ask = async (as: string, organisation: string, purpose: 'PRIOR_AID_CHECK' | 'CASE_REVIEW') =>
      hub.ask({
        as,
        purpose,
        caseRef,
        query: 'query ($ids: [ID!]!) { people(ids: $ids) { priorAid { newestOn } } }',
        variables: { ids: [await hub.refOf(organisation, county.person('aided-by-both'))] },
      });
    for (let turn = 0; turn < 3; turn++) expect((await ask('lin-yue', 'charity-federation', 'PRIOR_AID_CHECK')).status).toBe(200);
    await officer();
    await ask('chen-jianguo', 'civil-affairs', 'CASE_REVIEW');
    const mine = {
      batch: caseRef.split('/')[2],
      organisation: 'charity-federation',
      client: 'charity-desk',
      user: 'lin-yue',
      purpose: 'PRIOR_AID_CHECK',
      rows: 42,
      operations: 3,
      answered: 3,
      firstAt: expect.any(String),
      lastAt: expect.any(String),
    };
    const [other, own] = await batches();
    expect(own).toEqual(mine);
    expect(other).toMatchObject({ organisation: 'civil-affairs', purpose: 'CASE_REVIEW', rows: 42, operations: 1 });
    expect(String(own?.firstAt) < String(own?.lastAt)).toBe(true);

    const denied = await hub.ask({ as: 'lin-yue', purpose: 'PRIOR_AID_CHECK', query: '{ hubBatches(last: 1) { batch } }' });
    expect(denied.body.data).toEqual({ hubBatches: null });
  });

  test('while it is away nothing is asked of anybody', async () => {
    const app = hub.apps.get('ledger');
    if (!app) throw new Error('not there');
    hub.apps.delete('ledger');
    hub.recordExchanges = true;
    const reply = await officer();
    hub.recordExchanges = false;
    hub.apps.set('ledger', app);
    expect([reply.status, reply.body.data ?? null]).toEqual([503, null]);
    expect(hub.exchanges.splice(0)).toEqual([]);
  });

  test('when it goes away before the answer is closed, nothing is released', async () => {
    const app = hub.apps.get('ledger');
    if (!app) throw new Error('not there');
    let calls = 0;
    hub.apps.set('ledger', {
      ...app,
      handle: (request) => {
        calls += 1;
        return calls > 1 ? Promise.resolve(new Response(null, { status: 500 })) : app.handle(request);
      },
    });
    const reply = await officer();
    hub.apps.set('ledger', app);
    expect([reply.status, reply.body.data ?? null]).toEqual([503, null]);
    expect((await newest())[0]).toMatchObject({ closedAt: null });
  });
});
