import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Home } from '../../cli/home/paths.js';

/** What an agency holds after its import. */
export interface Stored {
  readonly databaseMegabytes: number;
  /** Named by the import. */
  readonly persons: number;
}

const MEGA = 1_000_000;

/** Reads the size of an agency's database, and from its import's report how many persons it named. */
export async function readStored(home: Home, agency: string): Promise<Stored> {
  const report = readFileSync(join(home.logs, `${agency}-import.log`), 'utf8');
  const [, persons] = /^Persons enrolled now: (\d+)/m.exec(report) ?? [];
  const client = new pg.Client({ connectionString: readFileSync(join(home.secrets(agency), 'database-url'), 'utf8').trim() });
  await client.connect();
  try {
    const { rows } = await client.query<{ size: string }>('SELECT pg_database_size(current_database()) AS size');
    return { databaseMegabytes: Math.round(Number(rows[0]?.size) / MEGA), persons: Number(persons) };
  } finally {
    await client.end();
  }
}
