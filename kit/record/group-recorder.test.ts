import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { testDatabases } from '../../tests/hub/test-databases.js';
import { openDataSource, poolOf } from '../database/open-data-source.js';
import { KIT_TABLES } from '../tables.js';
import { type Disclosure, GroupRecorder } from './group-recorder.js';
import { LEDGER_LOCK } from './ledger-lock.js';

const databases = testDatabases();
const sockets: Socket[] = [];
let server: Server;
let dataSource: DataSource;
let owner: pg.Client;
let recorder: GroupRecorder;

/** The database behind a proxy, so that its connections can be cut like a cable. */
beforeAll(async () => {
  const url = new URL(await databases.create('recorder'));
  const { hostname, port } = url;
  server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) sockets.push(socket.on('error', () => undefined));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  for (const statement of KIT_TABLES) await owner.query(statement);
  url.host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  dataSource = await openDataSource(url.href, { owner: 'recorder', entities: [], migrations: [] });
  recorder = new GroupRecorder(poolOf(dataSource));
});
afterAll(async () => {
  await dataSource?.destroy();
  await owner?.end();
  server?.close();
  await databases.drop();
});

const disclosure = (jti: string, ref = 'somebody'): Disclosure => ({
  jti,
  at: new Date(),
  entry: Buffer.from(jti),
  evidenceKey: 'key',
  evidence: Buffer.alloc(1),
  persons: [{ ref, outcomes: '{}' }],
  consent: { refs: [], recipient: 'nobody', purpose: 'AUDIT', mark: 0n, time: Date.now },
});
const written = async (jti: string) =>
  (await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM disclosure WHERE jti = $1', [jti])).rows[0]?.n;

test('one answer after the other is recorded, also by whoever asks at once again', async () => {
  expect([await recorder.record(disclosure('one')), await recorder.record(disclosure('two'))]).toEqual(['RECORDED', 'RECORDED']);
});

test('a statement sent twice at once is recorded once, and takes no other answer of its group with it', async () => {
  const sent = ['before', 'twice', 'other', 'twice', 'twice'].map((jti) => recorder.record(disclosure(jti)));
  expect(await Promise.all(sent)).toEqual(['RECORDED', 'RECORDED', 'RECORDED', 'REPLAYED', 'REPLAYED']);
  expect(await recorder.record(disclosure('twice'))).toBe('REPLAYED');
});

describe('a connection that ends while an answer is being recorded: the answer fails, the process lives, the next is recorded', () => {
  // PostgreSQL notices a cut cable only when it answers: the entry may then stand without an answer, never the reverse.
  test.each<[string, readonly number[], () => unknown]>([
    ['cut', [0, 1], () => sockets.splice(0).forEach((socket) => void socket.destroy())],
    [
      'ended by PostgreSQL',
      [0],
      () =>
        owner.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'recorder' AND pid <> pg_backend_pid()",
        ),
    ],
  ])('%s', async (jti, left, end) => {
    await owner.query(`SELECT pg_advisory_lock(${LEDGER_LOCK})`);
    const recorded = recorder.record(disclosure(jti)).then(String, () => 'failed');
    await waiting();
    await end();
    expect(await recorded).toBe('failed');
    await owner.query(`SELECT pg_advisory_unlock(${LEDGER_LOCK})`);
    expect(left).toContain(await written(jti));
    expect(await recorder.record(disclosure(`after ${jti}`))).toBe('RECORDED');
  });
});

describe('what persons can take back', () => {
  const HOUR = 3_600_000;
  const revocable = (jti: string, mark: bigint, time = Date.now): Disclosure => ({
    ...disclosure(jti),
    persons: [
      { ref: 'a', outcomes: '{"AID":"RAW"}' },
      { ref: 'b', outcomes: '{}' },
    ],
    consent: { refs: ['a', 'b'], recipient: 'r', purpose: 'AUDIT', mark, time },
  });
  const lease = (until: number) => owner.query('UPDATE consent_replica SET lease_until = to_timestamp($1::float8 / 1000)', [until]);
  const say = async (ref: string, recipient = 'r') => {
    const { rows } = await owner.query<{ seq: string }>(
      `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, at, valid_from)
       VALUES ($1, 'WITHDRAW', $2, $3, 'AUDIT', '{AID}', now(), now()) RETURNING seq`,
      [`${ref} ${recipient} ${Math.random()}`, ref, recipient],
    );
    return BigInt(rows[0]?.seq as string);
  };

  test('is recorded with everyone it was about while the lease lasts and nothing newer was said', async () => {
    await lease(Date.now() + HOUR);
    const mark = await say('a');
    await say('a', 'somebody else');
    await say('c');
    expect(await recorder.record(revocable('stands', mark))).toBe('RECORDED');
    const { rows } = await owner.query(
      'SELECT ref, outcomes FROM disclosure_person JOIN disclosure USING (seq) WHERE jti = $1 ORDER BY ref',
      ['stands'],
    );
    expect(rows).toEqual([
      { ref: 'a', outcomes: '{"AID":"RAW"}' },
      { ref: 'b', outcomes: '{}' },
    ]);
  });

  test('is decided again, and not written, when one of them said something since; the others of the group are', async () => {
    const mark = await say('a');
    const newer = await say('b');
    const first = recorder.record(disclosure('keeps it busy'));
    const group = [revocable('changed', mark), disclosure('another'), revocable('newer', newer)].map((one) => recorder.record(one));
    expect([await first, ...(await Promise.all(group))]).toEqual(['RECORDED', 'CONSENT_CHANGED', 'RECORDED', 'RECORDED']);
    expect(await recorder.record(revocable('alone', mark))).toBe('CONSENT_CHANGED');
    expect([await written('changed'), await written('alone'), await written('newer')]).toEqual([0, 0, 1]);
  });

  test('an event that is applied while the record waits for the lock counts', async () => {
    const mark = await say('a');
    await owner.query(`BEGIN; SELECT pg_advisory_xact_lock(${LEDGER_LOCK})`);
    const recorded = recorder.record(revocable('waited', mark));
    await waiting();
    await say('a');
    await owner.query('COMMIT');
    expect(await recorded).toBe('CONSENT_CHANGED');
  });

  test('the lease must last until it is recorded: the time a record waits for the lock counts', async () => {
    const mark = await say('a');
    await lease(5_000_000);
    expect(await recorder.record(revocable('late', mark, () => 5_000_000))).toBe('CONSENT_CHANGED');
    expect(await recorder.record(revocable('in time', mark, () => 4_940_000))).toBe('RECORDED');
    await owner.query(`SELECT pg_advisory_lock(${LEDGER_LOCK})`);
    const recorded = recorder.record(revocable('waited too long', mark, () => 4_999_900));
    await waiting();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await owner.query(`SELECT pg_advisory_unlock(${LEDGER_LOCK})`);
    expect(await recorded).toBe('CONSENT_CHANGED');
  });
});

/** Until a record waits for the ledger's lock. */
async function waiting(): Promise<void> {
  const waits =
    "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
  while ((await owner.query(waits)).rowCount === 0);
}
