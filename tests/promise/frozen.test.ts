import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { countLedger } from '../../bench/withdraw/count-ledger.js';
import { LEDGER_LOCK } from '../../kit/record/ledger-lock.js';
import type { ConsentRecorded } from '../../schema/wire/consent-recording.js';
import type { Hub, Reply } from '../hub/hub.js';
import { recordEvent } from '../hub/record-event.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';
import { type FreezableAgency, type Moment, startFreezable } from './frozen-process.js';
import { AGENCY, askOf, isRawByConsent } from './tally.js';

/**
 * A12: an agency's process is stopped (SIGSTOP) while it answers a question, the grant is withdrawn, the withdrawal returns, and the
 * process goes on.
 */
const LEASE = 2_500;
const DEADLINE = 2_500;
const county = testCounty();
const event = { recipient: 'charity-federation', purpose: 'PRIOR_AID_CHECK', categories: ['AID'], agencies: [AGENCY] } as const;
let hub: Hub;
let agency: FreezableAgency;
let id: string;

beforeAll(async () => {
  hub = await startHub({ load: county.load, deadline: DEADLINE, consent: { lease: LEASE, deadline: DEADLINE } });
  await hub.apps.get(AGENCY)?.close();
  agency = await startFreezable(hub, AGENCY);
  hub.apps.set(AGENCY, agency.app);
  id = await hub.refOf('charity-federation', county.person('aided-by-both'));
}, 120_000);
afterAll(async () => {
  await agency?.end();
  // The app the process took the place of is closed already.
  hub?.apps.delete(AGENCY);
  await hub?.close();
});

const until = async (holds: () => Promise<boolean>) => {
  for (const end = Date.now() + 20_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error('it did not come to hold');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
const isRaw = async () => isRawByConsent(await askOf(hub, id));
const lastKind = async () => {
  const client = new pg.Client({ connectionString: hub.databaseUrl(AGENCY) });
  await client.connect();
  const { rows } = await client.query<{ kind: string }>('SELECT kind FROM consent_event ORDER BY seq DESC LIMIT 1');
  await client.end();
  return rows[0]?.kind;
};

beforeEach(async () => {
  await until(async () => {
    await recordEvent(hub, county.person('aided-by-both'), { ...event, kind: 'GIVE', extent: 'DETAIL' }, false);
    return isRaw();
  });
  // So that the question of each test finds what the process keeps in memory too old, and reads the grants.
  await new Promise((resolve) => setTimeout(resolve, 1_050));
});

/** Each with what it leaves in the ledger: a value that was recorded before the withdrawal was applied, or nothing. */
const MOMENTS: readonly [string, Moment, number][] = [
  ['before it reads the grants', { from: 'AGENCY', holding: 'consent-events' }, 0],
  ['between decision and record', { from: 'AGENCY', holding: 'temporary-aids' }, 0],
  ['with the record on its way to PostgreSQL', { from: 'AGENCY', holding: 'record-disclosure' }, 1],
  ['between COMMIT and answer', { from: 'POSTGRES', holding: 'RECORDED' }, 1],
];

describe('frozen', () => {
  test.each(MOMENTS)(
    '%s',
    async (_, moment) => {
      const before = await countLedger(hub.databaseUrl(AGENCY));
      const frozen = agency.freezeAt(moment);
      const asked = askOf(hub, id).then((reply) => ({ reply, at: performance.now() }));
      await frozen;
      let withdrawn: ConsentRecorded | undefined;
      const begun = performance.now();
      const error = await recordEvent(hub, county.person('aided-by-both'), { ...event, kind: 'WITHDRAW' }).then(
        (recorded) => {
          withdrawn = recorded;
        },
        (problem: Error) => problem.message,
      );
      const returned = performance.now();
      // Frozen, it was not told; what the withdrawal waited for is its lease.
      expect([withdrawn, error]).toEqual([undefined, expect.stringContaining('not applied')]);
      expect(returned - begun).toBeLessThan(LEASE * 1.05 + DEADLINE + 1_500);
      agency.thaw();
      const { reply, at } = await asked;
      expect(isRawByConsent(reply) && at > returned).toBe(false);
      await until(async () => (await lastKind()) === 'WITHDRAW');
      expect(await isRaw()).toBe(false);
      expect((await countLedger(hub.databaseUrl(AGENCY))).after).toBe(before.after);
      expect(before.after).toBe(0);
    },
    60_000,
  );

  test('while it applies the withdrawal: its other processes wait a few seconds only, and it is told again', async () => {
    const frozen = agency.freezeAt({ from: 'AGENCY', holding: 'INSERT INTO consent_event' });
    const withdrawn = recordEvent(hub, county.person('aided-by-both'), { ...event, kind: 'WITHDRAW' }, false);
    await frozen;
    const other = new pg.Client({ connectionString: hub.databaseUrl(AGENCY) });
    await other.connect();
    const taken = async (milliseconds: number) => {
      await other.query(`SET lock_timeout = ${milliseconds}`);
      return other.query(`SELECT pg_advisory_lock(${LEDGER_LOCK})`).then(
        () => true,
        () => false,
      );
    };
    // Control: it does hold the lock.
    expect(await taken(500)).toBe(false);
    expect(await taken(8_000)).toBe(true);
    await other.end();
    agency.thaw();
    await withdrawn;
    await until(async () => (await lastKind()) === 'WITHDRAW');
    expect(await isRaw()).toBe(false);
  }, 60_000);

  test.each(MOMENTS)(
    'control: %s, for a moment only and nothing withdrawn: it is answered as recorded',
    async (_, moment) => {
      const frozen = agency.freezeAt(moment);
      const asked: Promise<Reply> = askOf(hub, id);
      await frozen;
      agency.thaw();
      expect(isRawByConsent(await asked)).toBe(true);
    },
    30_000,
  );
});
