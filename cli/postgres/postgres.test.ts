import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createFromTemplate, createOwnerDatabase, databaseName, dropOwnerDatabase } from './owner-database.js';
import { type RunningPostgres, startPostgres } from './start-postgres.js';

const folder = mkdtempSync(join(tmpdir(), 'aidgraph-postgres-'));
chmodSync(folder, 0o755);
const dataDir = join(folder, 'data');
let server: RunningPostgres;

beforeAll(async () => {
  server = await startPostgres({ dataDir });
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;

describe('the embedded PostgreSQL', () => {
  test('runs with the settings the hub relies on', async () => {
    const rows = await ask(
      server.adminUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN ('TimeZone', 'fsync', 'synchronous_commit', 'max_connections', 'listen_addresses', 'unix_socket_directories', 'server_encoding') ORDER BY name`,
    );
    expect(Object.fromEntries((rows as { name: string; setting: string }[]).map(({ name, setting }) => [name, setting]))).toEqual({
      TimeZone: 'Asia/Shanghai',
      fsync: 'on',
      synchronous_commit: 'on',
      max_connections: '100',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      server_encoding: 'UTF8',
    });
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  test('a second start finds the first one running', async () => {
    const again = await startPostgres({ dataDir });
    expect(again.adminUrl).toBe(server.adminUrl);
  });

  test('no password, no entry', async () => {
    const url = new URL(server.adminUrl);
    url.password = 'wrong';
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  test('one agency cannot enter the database of another', async () => {
    const one = await createOwnerDatabase(server.adminUrl, 'civil-affairs');
    const other = await createOwnerDatabase(server.adminUrl, 'charity-federation');
    await ask(one, 'CREATE TABLE household (id int)');
    // The control: each enters its own, and sees its own table.
    expect(await ask(one, 'SELECT current_user, count(*)::int AS rows FROM household')).toEqual([
      { current_user: 'civil_affairs', rows: 0 },
    ]);
    expect(await ask(other, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await expect(ask(at(other, 'civil_affairs'), 'SELECT 1')).rejects.toThrow(/permission denied for database/);
    await expect(ask(at(one, 'charity_federation'), 'SELECT 1')).rejects.toThrow(/permission denied for database/);
  });

  test('making a database again keeps its data and changes the password', async () => {
    const first = await createOwnerDatabase(server.adminUrl, 'ledger');
    await ask(first, 'CREATE TABLE kept (id int)');
    const second = await createOwnerDatabase(server.adminUrl, 'ledger');
    expect(await ask(second, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 0 }]);
    await expect(ask(first, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  test('a copy from a template is its owner’s alone', async () => {
    const template = await createOwnerDatabase(server.adminUrl, 'template-owner');
    const stranger = await createOwnerDatabase(server.adminUrl, 'stranger');
    await ask(template, 'CREATE TABLE planted AS SELECT 7 AS n');
    const copy = await createFromTemplate(server.adminUrl, template, 'copy-one');
    expect(await ask(copy, 'SELECT n FROM planted')).toEqual([{ n: 7 }]);
    await expect(ask(at(stranger, 'copy_one'), 'SELECT 1')).rejects.toThrow(/permission denied for database/);
    await dropOwnerDatabase(server.adminUrl, 'copy-one');
    await expect(ask(copy, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });

  test('stopped and started, it keeps data and port', async () => {
    const url = await createOwnerDatabase(server.adminUrl, 'kept');
    await ask(url, 'CREATE TABLE survives (id int)');
    await server.stop();
    await expect(ask(url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
    server = await startPostgres({ dataDir });
    expect(await ask(url, 'SELECT count(*)::int AS rows FROM survives')).toEqual([{ rows: 0 }]);
  }, 60_000);
});

test.each(['', 'Civil', 'a;b', 'a"b', '1a'])('%j is no name for a database', (owner) => {
  expect(() => databaseName(owner)).toThrow('not a name');
});
