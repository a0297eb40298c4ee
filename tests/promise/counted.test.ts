import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { countLedger } from '../../bench/withdraw/count-ledger.js';
import type { App } from '../../runtime/app.js';
import type { Hub } from '../hub/hub.js';
import { recordEvent } from '../hub/record-event.js';
import { startConsent } from '../hub/start-consent.js';
import { definitionOf, startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';
import { serveChanged, withoutLease, withoutRecheck } from './doubles.js';
import { AGENCY, askOf, isRawByConsent, type Left } from './tally.js';

/**
 * A12: the promise of docs/consent-protocol.md, counted while questions about the same persons are under way. The large count over
 * real processes is `npm run bench -- withdraw`. Each zero stands beside the same count with one thing left out, which must not be zero.
 */
const DEADLINE = 3_000;
/** Of every consent process here: one that took over from another with longer leases would not know of them. */
const LEASE = 5_000;
/** Answers are this long on their way to the gateway, so that some always are, in milliseconds. */
const ON_THE_WAY = 100;
const IN_FLIGHT = 12;
const county = testCounty();
let hub: Hub;
let agency: App;
let people: string[];
let used = 0;

beforeAll(async () => {
  hub = await startHub({ load: county.load, deadline: DEADLINE, consent: { lease: LEASE, deadline: DEADLINE } });
  agency = onTheWay(hub.apps.get(AGENCY) as App);
  hub.apps.set(AGENCY, agency);
  const client = new pg.Client({ connectionString: hub.databaseUrl(AGENCY) });
  await client.connect();
  const { rows } = await client.query<{ id: string }>('SELECT id_number AS id FROM person WHERE ref IS NOT NULL ORDER BY 1 LIMIT 200');
  await client.end();
  people = rows.map(({ id }) => id);
}, 120_000);
afterAll(() => hub?.close());
afterEach(() => {
  hub.apps.set(AGENCY, agency);
});

const event = { recipient: 'charity-federation', purpose: 'PRIOR_AID_CHECK', categories: ['AID'], agencies: [AGENCY] } as const;

/** Gives and takes away the grants of so many persons nobody asked about yet, with questions about each all the time. */
async function run(withdrawals: number): Promise<{ asks: number; raw: number; afterReturn: number }> {
  const persons = people.slice(used, used + withdrawals);
  used += withdrawals;
  expect(persons.length).toBe(withdrawals);
  const ids = new Map<string, string>();
  for (const person of persons) {
    ids.set(person, await hub.refOf('charity-federation', person));
    await recordEvent(hub, person, { ...event, kind: 'GIVE', extent: 'DETAIL' }, false);
  }
  await hub.consent(persons.at(-1) as string, { ...event, kind: 'GIVE', extent: 'DETAIL' });

  const left: Left[] = [];
  const returned = new Map<string, number>();
  let hot: string | undefined;
  const ask = async () => {
    while (hot !== undefined) {
      const person = hot;
      const reply = await askOf(hub, ids.get(person) as string);
      left.push({ person, at: performance.now(), raw: isRawByConsent(reply) });
    }
  };
  hot = persons[0];
  const asking = Array.from({ length: IN_FLIGHT }, ask);
  const withdrawing: Promise<void>[] = [];
  for (const person of persons) {
    hot = person;
    const seen = left.length;
    while (left.filter((answer) => answer.person === person).length < IN_FLIGHT && left.length < seen + 10 * IN_FLIGHT) await pause(20);
    const withdrawn = recordEvent(hub, person, { ...event, kind: 'WITHDRAW' }).then(() => void returned.set(person, performance.now()));
    withdrawing.push(withdrawn);
    await Promise.race([withdrawn, pause(250)]);
  }
  await Promise.all(withdrawing);
  hot = undefined;
  await Promise.all(asking);
  // Once more about everybody, now that all have returned.
  for (const person of persons)
    left.push({ person, at: performance.now(), raw: isRawByConsent(await askOf(hub, ids.get(person) as string)) });
  return {
    asks: left.length,
    raw: left.filter(({ raw }) => raw).length,
    afterReturn: left.filter(({ person, at, raw }) => raw && at > (returned.get(person) ?? Number.POSITIVE_INFINITY)).length,
  };
}

const onTheWay = (app: App): App => ({
  ...app,
  handle: async (request) => {
    const response = await app.handle(request);
    if (new URL(request.url).pathname === '/graphql') await pause(ON_THE_WAY);
    return response;
  },
});
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const ledger = () => countLedger(hub.databaseUrl(AGENCY));
const changed = async (change: Parameters<typeof serveChanged>[2]) =>
  onTheWay(await serveChanged(await definitionOf(AGENCY), hub.options(AGENCY), change));

describe('withdrawals while questions are under way', () => {
  test('none stands in the ledger after the withdrawal it applied, none leaves after the withdrawal returned', async () => {
    const before = await ledger();
    const { asks, raw, afterReturn } = await run(8);
    const after = await ledger();
    expect(asks).toBeGreaterThan(8 * IN_FLIGHT);
    expect([raw > 50, after.all > before.all]).toEqual([true, true]);
    expect(after.after).toBe(0);
    expect(afterReturn).toBe(0);
  }, 60_000);

  /** The agency as two processes over one database: consent speaks to `told`, so what `asked` keeps in memory is always a little old. */
  const split = (asked: App, told: App): App => ({
    ...asked,
    handle: (request) => (new URL(request.url).pathname === '/consent/events' ? told : asked).handle(request),
  });

  test('nor when the process that is asked has not heard of it yet', async () => {
    const told = await changed((statement, query) => query(statement));
    hub.apps.set(AGENCY, split(agency, told));
    const { raw, afterReturn } = await run(4);
    expect(raw).toBeGreaterThan(0);
    expect([(await ledger()).after, afterReturn]).toEqual([0, 0]);
    await told.close();
  }, 60_000);

  test('control: of both, without the recheck some do stand there', async () => {
    const double = await changed(withoutRecheck);
    hub.apps.set(AGENCY, split(double, agency));
    await run(4);
    expect((await ledger()).after).toBeGreaterThan(0);
    await double.close();
  }, 60_000);

  test('control: returned at acknowledgement, without D, some leave afterwards', async () => {
    await hub.apps.get('consent')?.close();
    hub.apps.set('consent', await startConsent(hub, { lease: LEASE, deadline: 0 }));
    expect((await run(4)).afterReturn).toBeGreaterThan(0);
  }, 60_000);
});

describe('an agency that does not hear of the withdrawal, with questions all the time', () => {
  async function silentRun(app: App): Promise<{ before: number; afterReturn: number }> {
    await hub.apps.get('consent')?.close();
    hub.apps.set(AGENCY, app);
    hub.apps.set('consent', await startConsent(hub, { lease: LEASE, deadline: DEADLINE }));
    const person = people[used++] as string;
    const id = await hub.refOf('charity-federation', person);
    await hub.consent(person, { ...event, kind: 'GIVE', extent: 'DETAIL' });
    hub.apps.set(AGENCY, {
      ...app,
      handle: (request) =>
        new URL(request.url).pathname === '/consent/events' ? Promise.reject(new TypeError('fetch failed')) : app.handle(request),
    });
    const left: Left[] = [];
    let going = true;
    const asking = Array.from({ length: 4 }, async () => {
      while (going) {
        const raw = isRawByConsent(await askOf(hub, id));
        left.push({ person, at: performance.now(), raw });
      }
    });
    while (left.length < 4) await pause(20);
    await recordEvent(hub, person, { ...event, kind: 'WITHDRAW' }).catch((error: Error) => expect(error.message).toMatch(/not applied/));
    const returned = performance.now();
    await pause(500);
    going = false;
    await Promise.all(asking);
    const raw = left.filter((answer) => answer.raw);
    return { before: raw.filter(({ at }) => at <= returned).length, afterReturn: raw.filter(({ at }) => at > returned).length };
  }

  test('none leaves after the withdrawal returned', async () => {
    const { before, afterReturn } = await silentRun(agency);
    expect(before).toBeGreaterThan(0);
    expect(afterReturn).toBe(0);
  }, 60_000);

  test('control: without the lease they go on', async () => {
    const double = await changed(withoutLease);
    expect((await silentRun(double)).afterReturn).toBeGreaterThan(0);
    await double.close();
  }, 60_000);
});
