import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { LEDGER_LOCK } from '../../kit/record/ledger-lock.js';
import type { App } from '../../runtime/app.js';
import { valuesAt } from '../hub/expect-outcome.js';
import type { Hub, Reply } from '../hub/hub.js';
import { ASK_PERSON } from '../hub/questions.js';
import { startConsent } from '../hub/start-consent.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

/** A12, E: what happens between consent and an agency when one of them is silent, slow, restarted, doubled or of another time. */
const LEASE = 4_000;
const DEADLINE = 200;
const HOUR = 3_600_000;
const AGENCY = 'civil-affairs';

const county = testCounty();
const PERSON = () => county.person('aided-by-both');
const offsets = new Map<string, number>();
let hub: Hub;
let agency: App;

beforeAll(async () => {
  hub = await startHub({
    load: county.load,
    now: (service) => new Date(Date.now() + (offsets.get(service) ?? 0)),
    consent: { lease: LEASE, deadline: DEADLINE },
    deadline: 8_000,
  });
  agency = hub.apps.get(AGENCY) as App;
}, 120_000);
afterAll(() => hub?.close());
afterEach(async () => {
  offsets.clear();
  hub.apps.set(AGENCY, agency);
  await give();
});

const officer = async (): Promise<Reply> =>
  hub.ask({
    as: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK',
    query: ASK_PERSON,
    variables: { id: await hub.refOf('charity-federation', PERSON()) },
  });
/** Gives the grant everything below takes away, and waits until it shows. */
async function give(): Promise<void> {
  await until(async () => {
    await hub.consent(PERSON(), { kind: 'GIVE', extent: 'DETAIL', categories: ['AID'], agencies: [AGENCY] }).catch(() => undefined);
    return isRaw();
  });
}

const isRaw = async () => valuesAt(await officer(), 'person.civilAffairsAid.items.amount.min').includes('3000.00');
const withdraw = () => hub.consent(PERSON(), { kind: 'WITHDRAW', categories: ['AID'], agencies: [AGENCY] });

/** The agency as consent finds it; everybody else finds it as it is. */
function between(change: (deliver: () => Promise<Response>) => Promise<Response>): void {
  hub.apps.set(AGENCY, {
    ...agency,
    handle: (request) =>
      new URL(request.url).pathname === '/consent/events' ? change(() => agency.handle(request)) : agency.handle(request),
  });
}
const silent = () =>
  between(async () => {
    throw new TypeError('fetch failed');
  });

async function until(holds: () => Promise<boolean>, patience = 15_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('it did not come to hold');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function sql<R extends pg.QueryResultRow>(name: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: hub.databaseUrl(name) });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}
const replica = async () => (await sql<{ last: string }>(AGENCY, 'SELECT last_number AS last FROM consent_replica'))[0]?.last;
const kinds = async () => (await sql<{ kind: string }>(AGENCY, 'SELECT kind FROM consent_event ORDER BY seq')).map(({ kind }) => kind);

describe('a silent agency', () => {
  test('keeps its grants while its lease lasts, and none when the withdrawal returns; then it is told', async () => {
    await give();
    silent();
    expect(await isRaw()).toBe(true);
    const before = await kinds();
    const begun = performance.now();
    const { deliveries, standsEverywhere } = await withdraw().catch((error: Error) => {
      expect(error.message).toMatch(/not applied/);
      return { deliveries: [{ agency: AGENCY, applied: false }], standsEverywhere: true };
    });
    const took = performance.now() - begun;
    expect([deliveries, standsEverywhere]).toEqual([[{ agency: AGENCY, applied: false }], true]);
    expect(took).toBeLessThan(LEASE * 1.05 + DEADLINE + 1_500);
    // It was not told: what keeps the value back is the lease alone.
    expect(await kinds()).toEqual(before);
    expect(await isRaw()).toBe(false);
    hub.apps.set(AGENCY, agency);
    await until(async () => (await kinds()).at(-1) === 'WITHDRAW');
    expect(await isRaw()).toBe(false);
  }, 40_000);

  test('does not give the detail either when a grant of the summary has returned; one that takes nothing back returns at once', async () => {
    const record = (extent: 'SUMMARY' | 'DETAIL', category: 'AID' | 'STATUS') =>
      hub.consent(PERSON(), { kind: 'GIVE', extent, categories: [category], agencies: [AGENCY] });
    await give();
    expect([await record('SUMMARY', 'STATUS'), await record('DETAIL', 'AID')]).toMatchObject([
      { standsEverywhere: false },
      { standsEverywhere: false },
    ]);
    silent();
    expect(await isRaw()).toBe(true);
    const before = await kinds();
    const begun = performance.now();
    await expect(record('SUMMARY', 'AID')).rejects.toThrow(/not applied/);
    expect(performance.now() - begun).toBeGreaterThan(LEASE - LEASE / 3);
    expect([await kinds(), await isRaw()]).toEqual([before, false]);
    hub.apps.set(AGENCY, agency);
    await until(async () => (await kinds()).length > before.length);
    expect(await isRaw()).toBe(false);
    expect(await record('SUMMARY', 'AID')).toMatchObject({ standsEverywhere: true });
  }, 40_000);

  test('without a lease a statute gives what it gives', async () => {
    silent();
    await until(async () => !(await isRaw()));
    const manager = await hub.ask({
      as: 'chen-jianguo',
      purpose: 'CASE_REVIEW',
      query: ASK_PERSON,
      variables: { id: await hub.refOf('civil-affairs', PERSON()) },
    });
    expect(valuesAt(manager, 'person.civilAffairsAid.items.amount.min')).toContain('3000.00');
  }, 40_000);
});

describe('messages', () => {
  test('whose answers are lost are sent again, and applied once', async () => {
    const before = (await kinds()).length;
    let lost = 0;
    between(async (deliver) => {
      const response = await deliver();
      lost += 1;
      if (lost <= 2) throw new TypeError('fetch failed');
      return response;
    });
    await hub.consent(PERSON(), { kind: 'GIVE', extent: 'DETAIL', categories: ['AID'], agencies: [AGENCY] });
    expect(lost).toBeGreaterThan(2);
    expect((await kinds()).length).toBe(before + 1);
  });

  test('an answer that the agency did not sign is none', async () => {
    between(async (deliver) => {
      const response = await deliver();
      return new Response(await response.text(), { status: 200 });
    });
    const begun = performance.now();
    await expect(withdraw()).rejects.toThrow(/not applied/);
    expect(performance.now() - begun).toBeGreaterThan(LEASE - LEASE / 3 - 1_000);
  }, 40_000);

  test('an agency restored from an old copy is told again what it lost', async () => {
    await withdraw();
    const last = Number(await replica());
    await sql(AGENCY, `DELETE FROM consent_event WHERE event_id::bigint > ${last - 2}`);
    await sql(AGENCY, `UPDATE consent_replica SET last_number = ${last - 2}, lease_until = 'epoch'`);
    await until(async () => Number(await replica()) === last);
    expect(await isRaw()).toBe(false);
    expect((await kinds()).at(-1)).toBe('WITHDRAW');
  }, 40_000);
});

describe('the consent process', () => {
  test('stopped: leases run out; started again: grants are back, and a withdrawal waits as long as its predecessor’s leases may last', async () => {
    await give();
    await hub.apps.get('consent')?.close();
    await until(async () => !(await isRaw()));
    hub.apps.set('consent', await startConsent(hub, { lease: LEASE, deadline: DEADLINE }));
    expect(await isRaw()).toBe(true);

    await hub.apps.get('consent')?.close();
    silent();
    const begun = performance.now();
    hub.apps.set('consent', await startConsent(hub, { lease: LEASE, deadline: DEADLINE }));
    await withdraw().catch(() => undefined);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(LEASE * 1.05 + DEADLINE);
    expect(await isRaw()).toBe(false);
  }, 60_000);

  test('a second one does not start; one that loses its session tells nobody anything until it has it again', async () => {
    await expect(startConsent(hub)).rejects.toThrow(/Another consent process/);
    await sql(
      'consent',
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'consent-lock' AND datname = current_database()",
    );
    await withdraw();
    expect((await kinds()).at(-1)).toBe('WITHDRAW');
    expect(await hub.apps.get('consent')?.ready()).toBe(true);
  }, 40_000);
});

describe('clocks', () => {
  test('an hour back at the agency: it accepts nothing', async () => {
    offsets.set(AGENCY, -HOUR);
    const reply = await officer();
    expect(valuesAt(reply, 'person.civilAffairsAid')).toEqual([null]);
    expect(await isRaw()).toBe(false);
  });

  test.each([
    ['back', -HOUR],
    ['ahead', HOUR],
  ])(
    'an hour %s at consent: no lease',
    async (_, offset) => {
      offsets.set('consent', offset);
      await until(async () => !(await isRaw()));
    },
    40_000,
  );

  test.each([
    [false, 'live: raw (the control)'],
    [true, 'over, and the agency’s clock set back an hour meanwhile: withheld'],
  ])(
    'an answer between decision and record, its lease %#: %s',
    async (over) => {
      await give();
      const writer = new pg.Client({ connectionString: hub.databaseUrl(AGENCY) });
      await writer.connect();
      await writer.query(`SELECT pg_advisory_lock(${LEDGER_LOCK})`);
      const asked = officer();
      for (let waiting = 0; waiting === 0; ) {
        const { rows } = await writer.query<{ n: number }>(
          "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        );
        waiting = rows[0]?.n ?? 0;
      }
      if (over) {
        offsets.set(AGENCY, -HOUR);
        silent();
        // Over by the statement's time too, which is in whole seconds; the gateway still waits for the agency.
        await writer.query("UPDATE consent_replica SET lease_until = now() + interval '200 milliseconds'");
        await new Promise((resolve) => setTimeout(resolve, 1_400));
      }
      await writer.query(`SELECT pg_advisory_unlock(${LEDGER_LOCK})`);
      await writer.end();
      expect(valuesAt(await asked, 'person.civilAffairsAid.items.amount.min').includes('3000.00')).toBe(!over);
    },
    40_000,
  );
});
