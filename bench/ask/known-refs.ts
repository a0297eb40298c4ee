import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Home } from '../../cli/home/paths.js';

/** The refs of the persons civil affairs knows, in an order that says nothing. */
export const knownRefs = (home: Home): Promise<string[]> =>
  inDatabase(home, 'civil-affairs', async (client) => {
    const { rows } = await client.query<{ ref: string }>('SELECT DISTINCT ref FROM person WHERE ref IS NOT NULL ORDER BY ref');
    return rows.map(({ ref }) => ref);
  });

/**
 * Lets everybody the charity federation knows grant civil affairs the illnesses it recorded, so that some answers rest on
 * consent and all variants release the same.
 */
export const grantHealth = (home: Home): Promise<number> =>
  inDatabase(home, 'charity-federation', async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from)
       SELECT 'bench-' || ref, 'GIVE', ref, 'civil-affairs', 'CASE_REVIEW', '{HEALTH}', 'DETAIL', now(), now() - interval '1 day'
         FROM (SELECT DISTINCT ref FROM party WHERE ref IS NOT NULL) AS known`,
    );
    return rowCount ?? 0;
  });

async function inDatabase<T>(home: Home, owner: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: readFileSync(join(home.secrets(owner), 'database-url'), 'utf8').trim() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
