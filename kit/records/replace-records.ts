import type { Pool, PoolClient } from 'pg';

/**
 * Puts a whole export in place of the records of the last one: `write` and the new `asOf` in one transaction, one import
 * at a time.
 *
 * @throws what `write` or the database throws; the records of the last export then stand.
 */
export async function replaceRecords(pool: Pool, asOf: string, write: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE record_state IN EXCLUSIVE MODE');
    await write(client);
    await client.query('UPDATE record_state SET as_of = $1', [asOf]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
