import { afterAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { NEVER_IMPORTED } from '../schema/values/never-imported.js';
import { testDatabases } from '../tests/hub/test-databases.js';
import { readAsOf } from './records/read-as-of.js';
import { KIT_TABLES, KIT_UPGRADE } from './tables.js';

const databases = testDatabases();
const clients: pg.Client[] = [];
afterAll(async () => {
  for (const client of clients) await client.end();
  await databases.drop();
});

async function open(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: await databases.create('tables') });
  await client.connect();
  clients.push(client);
  for (const statement of KIT_TABLES) await client.query(statement);
  return client;
}

const shape = async (client: pg.Client) =>
  (
    await client.query(
      `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns WHERE table_schema = 'public'
       UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '' FROM pg_constraint WHERE connamespace = 'public'::regnamespace
       UNION ALL SELECT proname, pg_get_functiondef(oid), '', '', '' FROM pg_proc WHERE pronamespace = 'public'::regnamespace
       ORDER BY 1, 2`,
    )
  ).rows;

test('of records never imported it is said that they never were', async () => {
  const client = await open();
  expect(await readAsOf(client)).toBe(NEVER_IMPORTED);
});

test('the tables as they were before become the tables as they are, and those as they are stay', async () => {
  const [now, then] = [await open(), await open()];
  await then.query(`DROP FUNCTION record_disclosure; DROP TABLE consent_replica; ALTER TABLE consent_event DROP COLUMN ledger_seq;
    ALTER TABLE consent_event DROP CONSTRAINT consent_event_kind_check;
    ALTER TABLE consent_event ADD CHECK (kind IN ('GIVE', 'REFUSE', 'WITHDRAW', 'AUTHORISE_HOUSEHOLD_CHECK'));
    INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from)
      VALUES ('old', 'GIVE', 'x', 'y', 'AUDIT', '{AID}', 'DETAIL', now(), now())`);
  expect(await shape(then)).not.toEqual(await shape(now));
  await then.query(KIT_UPGRADE);
  expect(await shape(then)).toEqual(await shape(now));
  expect((await then.query('SELECT 1 FROM consent_event')).rowCount).toBe(0);

  await then.query('UPDATE consent_replica SET last_number = 7');
  await then.query(KIT_UPGRADE);
  expect((await then.query('SELECT last_number FROM consent_replica')).rows).toEqual([{ last_number: '7' }]);
});
