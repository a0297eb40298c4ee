import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DEVELOPMENT_AGENCIES } from '../../cli/first-start/development-organisations.js';
import type { Home } from '../../cli/home/paths.js';
import { CATEGORIES } from '../../schema/vocabulary/categories.js';

/** The refs of the persons civil affairs knows, in an order that says nothing. */
export const knownRefs = (home: Home): Promise<string[]> =>
  inDatabase(home, 'civil-affairs', async (client) => {
    const { rows } = await client.query<{ ref: string }>('SELECT DISTINCT ref FROM person WHERE ref IS NOT NULL ORDER BY ref');
    return rows.map(({ ref }) => ref);
  });

/**
 * Lets everybody an agency knows grant civil affairs all of it, at every other agency, so that some answers rest on consent and
 * all variants release the same.
 *
 * @returns how many persons of how many agencies
 */
export async function grantAll(home: Home): Promise<number> {
  let granted = 0;
  for (const { id } of DEVELOPMENT_AGENCIES.filter((agency) => agency.id !== ASKER)) granted += await inDatabase(home, id, grant);
  return granted;
}

const ASKER = 'civil-affairs';
const KIT = ['consent_event', 'disclosure_person'];

async function grant(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_name = 'ref' AND NOT table_name = ANY ($1)`,
    [KIT],
  );
  const [known] = rows;
  if (rows.length !== 1 || !known) throw new Error('one table of an agency names its persons');
  const { rowCount } = await client.query(
    `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from)
     SELECT 'bench-' || ref, 'GIVE', ref, $1, 'CASE_REVIEW', $2, 'DETAIL', now(), now() - interval '1 day'
       FROM (SELECT DISTINCT ref FROM ${client.escapeIdentifier(known.name)} WHERE ref IS NOT NULL) AS known`,
    [ASKER, Object.keys(CATEGORIES)],
  );
  return rowCount ?? 0;
}

async function inDatabase<T>(home: Home, owner: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: readFileSync(join(home.secrets(owner), 'database-url'), 'utf8').trim() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
