import type { Pool } from 'pg';

/** When the agency's records were last brought up to date: RFC 3339, UTC. */
export async function readAsOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ as_of: string }>(
    `SELECT to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS as_of FROM record_state`,
  );
  return rows[0]?.as_of ?? '1970-01-01T00:00:00Z';
}
