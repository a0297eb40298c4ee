import type { ClientBase, Pool } from 'pg';
import type { NamedNumber } from './enrol-numbers.js';

/** Where an agency keeps its refs: one row per person, found by ID number. Both are constants of its code, never input. */
export interface PersonTable {
  /** A table with `id_number` (in its one spelling; as written, without blanks, when it cannot be one) and `ref`. */
  readonly table: string;
  /** The numbers of everybody who stands in the records: a query with one column `id_number`. */
  readonly listed: string;
}

/** Forgets who stands in no record any more and adds who is new; the others keep their ref. */
export async function forgetUnlisted(client: ClientBase, { table, listed }: PersonTable): Promise<void> {
  await client.query(`
    WITH listed AS (SELECT id_number FROM (${listed}) numbers WHERE id_number IS NOT NULL),
    gone AS (DELETE FROM "${table}" WHERE id_number NOT IN (SELECT id_number FROM listed))
    INSERT INTO "${table}" (id_number) SELECT DISTINCT id_number FROM listed
    ON CONFLICT DO NOTHING`);
}

/** The refs of such a table. */
export function storedRefs(
  pool: Pool,
  { table }: PersonTable,
): { unnamed(): Promise<string[]>; store(named: readonly NamedNumber[]): Promise<void> } {
  return {
    unnamed: async () => {
      const { rows } = await pool.query<{ id_number: string }>(`SELECT id_number FROM "${table}" WHERE ref IS NULL ORDER BY id_number`);
      return rows.map((row) => row.id_number);
    },
    store: async (named) => {
      await pool.query(
        `UPDATE "${table}" person SET ref = named.ref
           FROM unnest($1::text[], $2::text[]) AS named (id_number, ref)
          WHERE person.id_number = named.id_number`,
        [named.map((entry) => entry.idNumber), named.map((entry) => entry.ref)],
      );
    },
  };
}
