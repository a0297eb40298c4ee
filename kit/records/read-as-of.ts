import type { ClientBase, Pool } from 'pg';
import { NEVER_IMPORTED } from '../../schema/values/never-imported.js';

/** When the agency's records were last brought up to date: RFC 3339, UTC; NEVER_IMPORTED before the first import. */
export async function readAsOf(pool: Pool | ClientBase): Promise<string> {
  const { rows } = await pool.query<{ as_of: string }>(
    `SELECT to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS as_of FROM record_state`,
  );
  return rows[0]?.as_of ?? NEVER_IMPORTED;
}
