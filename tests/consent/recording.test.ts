import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { addressOf } from '../../cli/house/processes.js';
import { prove } from '../../client/prove.js';
import { listConsents } from '../../client/record-consent.js';
import type { ConsentRecording } from '../../schema/wire/consent-recording.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { AGENCIES, type Hub } from '../hub/hub.js';
import { recordEvent } from '../hub/record-event.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

/** What the consent service takes, from whom, and what it keeps. */
const PORT = 4000;
const county = testCounty();
const PERSON = () => county.person('aided-by-both');
let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
}, 120_000);
afterAll(() => hub?.close());

async function sql<R extends pg.QueryResultRow>(name: string, text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: hub.databaseUrl(name) });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const recording = async (change: object = {}): Promise<ConsentRecording> => ({
  id: randomUUID(),
  kind: 'GIVE',
  person: await hub.refOf('charity-federation', PERSON()),
  recipient: 'charity-federation',
  purpose: 'PRIOR_AID_CHECK',
  categories: ['AID'],
  extent: 'SUMMARY',
  validFrom: null,
  validUntil: null,
  agencies: null,
  noticeVersion: 'v2026-11',
  capacity: 'SELF',
  grantor: null,
  evidenceHash: 'a'.repeat(64),
  ...change,
});

/** Sends a body as a user, with one thing about the request changed. */
async function sent(
  body: string,
  change: {
    user?: string;
    path?: string;
    purpose?: 'RECORD_CONSENT' | 'PRIOR_AID_CHECK';
    address?: string;
    proved?: string;
    token?: string;
  } = {},
): Promise<{ status: number; text: string }> {
  const { token, keyPair } = await hub.credentials(change.user ?? 'lin-yue');
  const { proof } = await prove({
    keyPair,
    token,
    address: change.address ?? new URL('/consents', hub.options('consent').registry.audience).href,
    purpose: change.purpose ?? 'RECORD_CONSENT',
    body: change.proved ?? body,
  });
  const headers = { [HEADERS.authorization]: `DPoP ${change.token ?? token}`, [HEADERS.proof]: proof };
  const response = await hub.send('consent', change.path ?? '/consents', { headers, body });
  return { status: response.status, text: await response.text() };
}

describe('who may record', () => {
  test('a client and role the registry names, with a proof of exactly this', async () => {
    const body = JSON.stringify(await recording());
    expect((await sent(body)).status).toBe(200);
  });

  test.each([
    ['a user without the purpose', { user: 'wang-xin' }, 403],
    ['a proof of another purpose', { purpose: 'PRIOR_AID_CHECK' as const }, 403],
    ['a proof for the gateway', { address: 'http://127.0.0.1:4000/graphql' }, 401],
    ['a proof over another body', { proved: '{}' }, 401],
    ['no token', { token: '' }, 401],
  ])('%s: refused, and nothing is kept', async (_, change, status) => {
    const wish = await recording();
    expect((await sent(JSON.stringify(wish), change)).status).toBe(status);
    expect(await sql('consent', 'SELECT 1 FROM grant_event WHERE id = $1', [wish.id])).toEqual([]);
  });

  test('linkage believes neither consent nor a body that the asker did not sign', async () => {
    const { token, keyPair } = await hub.credentials('lin-yue');
    const proof = async (body: string) =>
      (
        await prove({
          keyPair,
          token,
          address: new URL('/consents', hub.options('consent').registry.audience).href,
          purpose: 'RECORD_CONSENT',
          body,
        })
      ).proof;
    const { createLinkageNames } = await import('../../subgraphs/consent/linkage-names.js');
    const { secrets, fetch, now } = hub.options('consent');
    const names = createLinkageNames({
      linkage: addressOf('linkage', PORT),
      key: secrets.key('linkage.key'),
      sealKey: secrets.key('seal.key'),
      fetch,
      now,
    });
    const body = JSON.stringify(await recording());
    const other = JSON.stringify(await recording({ person: await hub.refOf('charity-federation', county.person('tekun')) }));
    const asked = { path: '/consents', token, proof: await proof(body) };
    expect((await names.subjects({ ...asked, body }, 'charity-federation')).person).toMatch(/^1\./);
    await expect(names.subjects({ ...asked, body: other }, 'charity-federation')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const stranger = createLinkageNames({
      linkage: addressOf('linkage', PORT),
      key: Buffer.alloc(32, 1),
      sealKey: secrets.key('seal.key'),
      fetch,
      now,
    });
    await expect(stranger.subjects({ ...asked, body }, 'charity-federation')).rejects.toMatchObject({ code: 'STATEMENT_REFUSED' });
  });
});

describe('what is an event', () => {
  test.each([
    { kind: '__proto__' },
    { person: '999001195803125429' },
    { recipient: 'nobody' },
    { purpose: 'CURIOSITY' },
    { categories: [] },
    { categories: ['AID', 'AID'] },
    { extent: null },
    { extent: 'ALL' },
    { kind: 'WITHDRAW' },
    { validUntil: 'tomorrow' },
    { agencies: [] },
    { agencies: ['casework'] },
    { noticeVersion: '999001195803125429' },
    { noticeVersion: 'x999001195803125429' },
    { capacity: 'NEIGHBOUR' },
    { capacity: 'PARENT', evidenceHash: null },
    { grantor: '1.AAAA' },
    { evidenceHash: 'A' },
    { note: 'free text' },
    { id: '1' },
  ])('%j is none', async (change) => {
    const { status, text } = await sent(JSON.stringify(await recording(change)));
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([400, 'CONSENT_MALFORMED']);
  });

  test('no refused number stands in a log', () => {
    expect(hub.logLines.join()).not.toContain('999001195803125429');
  });

  test('the same id is the same event, whatever was heard of the first answer; another body is a conflict', async () => {
    const body = JSON.stringify(await recording());
    const [first, again] = [await sent(body), await sent(body)];
    expect([first.status, again.status]).toEqual([200, 200]);
    const { id, recordedAt } = JSON.parse(first.text);
    expect(JSON.parse(again.text)).toMatchObject({ id, recordedAt });
    expect(await sql('consent', 'SELECT count(*)::int AS n FROM delivery JOIN grant_event ON event = seq WHERE id = $1', [id])).toEqual([
      { n: AGENCIES.length - 1 },
    ]);
    expect((await sent(JSON.stringify({ ...JSON.parse(body), extent: 'DETAIL' }))).status).toBe(409);
  });

  test('narrowed to some agencies it is told to them alone', async () => {
    const before = await numbers();
    const { deliveries } = await hub.consent(PERSON(), {
      kind: 'GIVE',
      extent: 'SUMMARY',
      categories: ['AID'],
      agencies: ['civil-affairs'],
    });
    expect(deliveries).toEqual([{ agency: 'civil-affairs', applied: true }]);
    const after = await numbers();
    expect(AGENCIES.filter((agency) => after.get(agency) !== before.get(agency))).toEqual(['civil-affairs']);
  });

  test('recorded many at once, every agency has numbers without a gap', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, turn) =>
        recordEvent(
          hub,
          PERSON(),
          {
            kind: 'GIVE',
            extent: 'SUMMARY',
            categories: ['AID'],
            ...(turn % 2 === 0 ? {} : { recipient: 'civil-affairs', purpose: 'CASE_REVIEW' as const }),
          },
          false,
        ),
      ),
    );
    const rows = await sql<{ agency: string; numbers: string[] }>(
      'consent',
      'SELECT agency, array_agg(number ORDER BY number) AS numbers FROM delivery GROUP BY agency',
    );
    for (const { numbers: given } of rows) expect(given.map(Number)).toEqual(given.map((_, index) => index + 1));
  });
});

const numbers = async () =>
  new Map(
    (await sql<{ agency: string; last: string }>('consent', 'SELECT agency, last_number AS last FROM agency_progress')).map((row) => [
      row.agency,
      row.last,
    ]),
  );

describe('what is kept', () => {
  test.each([
    'UPDATE grant_event SET extent = NULL',
    'DELETE FROM grant_event',
    'TRUNCATE grant_event CASCADE',
    'DELETE FROM delivery',
    'UPDATE delivery SET number = 0',
  ])('%s: refused by the database', async (statement) => {
    await expect(sql('consent', statement)).rejects.toThrow(/only grows/);
  });

  test('no ID number, no asker’s ref, no agency’s ref', async () => {
    const kept = JSON.stringify(await sql('consent', 'SELECT * FROM grant_event'));
    const refs = await Promise.all([...AGENCIES].map((agency) => hub.refOf(agency, PERSON())));
    // Control: it is about that person, by a ref.
    expect(kept).toMatch(/"person":"1\.[A-Za-z0-9_-]{43}"/);
    for (const text of [PERSON(), ...refs.map((ref) => ref.slice(2))]) expect(kept).not.toContain(text);
  });

  test('two agencies’ replicas have no instant and no name of a person in common', async () => {
    await hub.consent(PERSON(), { kind: 'WITHDRAW', recipient: 'data-bureau', purpose: 'AUDIT', categories: ['AID'] });
    const replicas = await Promise.all(
      ['civil-affairs', 'charity-federation'].map((agency) =>
        sql<Record<string, unknown>>(agency, "SELECT ref, valid_from FROM consent_event WHERE recipient = 'data-bureau'"),
      ),
    );
    expect(replicas.map((rows) => rows.length)).toEqual([1, 1]);
    expect(replicas[0]?.[0]?.ref).not.toBe(replicas[1]?.[0]?.ref);
    for (const rows of replicas)
      expect(rows.map(({ valid_from: from }) => (from as Date).toISOString())).toEqual([expect.stringMatching(/T00:00:00\.000Z$/)]);
  });

  test('an organisation lists what it recorded, and nobody else’s', async () => {
    const list = async (user: string, organisation: string) => {
      const { registry, fetch } = hub.options('consent');
      const person = await hub.refOf(organisation, PERSON());
      const reply = await listConsents(
        { person, last: 500 },
        { endpoint: addressOf('consent', PORT), audience: registry.audience, ...(await hub.credentials(user)), fetch },
      );
      if (reply.kind !== 'ANSWERED') throw new Error('not listed');
      return reply.answer.consents;
    };
    const own = await list('lin-yue', 'charity-federation');
    expect(own.length).toBeGreaterThan(3);
    expect(own.every(({ client }) => client === 'charity-desk')).toBe(true);
    expect(own[0]).toMatchObject({
      recipient: 'data-bureau',
      kind: 'WITHDRAW',
      deliveries: expect.arrayContaining([{ agency: 'civil-affairs', applied: true }]),
    });
    expect(JSON.stringify(own)).not.toMatch(/1\.[A-Za-z0-9_-]{43}/);
    expect((await list('chen-jianguo', 'civil-affairs')).every(({ client }) => client === 'civil-affairs-casework')).toBe(true);
    expect(await list('zhao-lei', 'crowdfunding')).toEqual([]);
  });

  test('whether another organisation recorded more before is not to be told from an answer or its wait', async () => {
    const record = async (user: string, organisation: string, extent: 'SUMMARY' | 'DETAIL') => {
      const person = await hub.refOf(organisation, PERSON());
      const { status, text } = await sent(JSON.stringify(await recording({ person, extent, categories: ['DONATION'] })), { user });
      expect(status).toBe(200);
      return (JSON.parse(text) as { standsEverywhere: boolean }).standsEverywhere;
    };
    await record('lin-yue', 'charity-federation', 'DETAIL');
    expect(await record('chen-jianguo', 'civil-affairs', 'SUMMARY')).toBe(false);
    // Control: its own it takes back.
    expect(await record('lin-yue', 'charity-federation', 'SUMMARY')).toBe(true);
  });

  test('an auditor sees how far every agency is, and nobody else does', async () => {
    const query = '{ consentDeliveries { agency lastNumber acknowledged pending oldestPendingAt leaseUntil } }';
    const seen = await hub.ask({ as: 'wang-xin', purpose: 'AUDIT', query });
    const deliveries = seen.body.data?.consentDeliveries as { agency: string; pending: number; leaseUntil: string; lastNumber: number }[];
    expect(deliveries.map(({ agency }) => agency)).toEqual([...AGENCIES].sort());
    for (const { leaseUntil, lastNumber } of deliveries) {
      expect(Date.parse(leaseUntil)).toBeGreaterThan(Date.now());
      expect(lastNumber).toBeGreaterThan(0);
    }
    const hidden = await hub.ask({ as: 'lin-yue', purpose: 'PRIOR_AID_CHECK', query });
    expect(hidden.body.data).toEqual({ consentDeliveries: null });
  });
});
