import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { testDatabases } from '../../tests/hub/test-databases.js';
import { openDataSource, poolOf } from '../database/open-data-source.js';
import { KIT_TABLES } from '../tables.js';
import { type Disclosure, GroupRecorder, LEDGER_LOCK } from './group-recorder.js';

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
  test.each<[string, () => unknown]>([
    ['cut', () => sockets.splice(0).forEach((socket) => void socket.destroy())],
    [
      'ended by PostgreSQL',
      () =>
        owner.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'recorder' AND pid <> pg_backend_pid()",
        ),
    ],
  ])('%s', async (jti, end) => {
    await owner.query(`SELECT pg_advisory_lock(${LEDGER_LOCK})`);
    const recorded = recorder.record(disclosure(jti)).then(String, () => 'failed');
    const waits =
      "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    while ((await owner.query(waits)).rowCount === 0);
    await end();
    expect(await recorded).toBe('failed');
    await owner.query(`SELECT pg_advisory_unlock(${LEDGER_LOCK})`);
    expect(await written(jti)).toBe(0);
    expect(await recorder.record(disclosure(`after ${jti}`))).toBe('RECORDED');
  });
});
