import type { ClientBase, QueryResultRow } from 'pg';
import type { NamedNumber, NumberStore } from './enrol-numbers.js';

/** Where an agency keeps its refs: one row per person, found by ID number. Both are constants of its code, never input. */
export interface PersonTable {
  /** A table with `id_number` (in its one spelling; as written, without blanks, when it cannot be one) and `ref`. */
  readonly table: string;
  /** The numbers of everybody who stands in the records: a query with one column `id_number`. */
  readonly listed: string;
}

/** Forgets who stands in no record any more and adds who is new; the others keep their ref. */
export async function forgetUnlisted(client: ClientBase, { table, listed }: PersonTable): Promise<void> {
  await client.query(`CREATE TEMPORARY TABLE listed ON COMMIT DROP AS
    SELECT DISTINCT id_number FROM (${listed}) numbers WHERE id_number IS NOT NULL`);
  await client.query('ANALYZE listed');
  await client.query(`DELETE FROM "${table}" person WHERE NOT EXISTS (SELECT FROM listed WHERE listed.id_number = person.id_number)`);
  await client.query(`INSERT INTO "${table}" (id_number) SELECT id_number FROM listed ON CONFLICT DO NOTHING`);
}

/** The refs of such a table, over one connection: one statement after the other, however many batches are under way. */
export function storedRefs(client: ClientBase, { table }: PersonTable): NumberStore {
  let last: Promise<unknown> = Promise.resolve();
  const query = <R extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<R[]> => {
    const result = last.then(async () => (await client.query<R>(sql, values)).rows);
    last = result.catch(() => undefined);
    return result;
  };
  return {
    count: async () => {
      const rows = await query<{ count: string }>(`SELECT count(*) FROM "${table}" WHERE ref IS NULL`);
      return Number(rows[0]?.count);
    },
    next: async (after, most) => {
      const rows = await query<{ id_number: string }>(
        `SELECT id_number FROM "${table}" WHERE ref IS NULL AND id_number > $1 ORDER BY id_number LIMIT $2`,
        [after, most],
      );
      return rows.map((row) => row.id_number);
    },
    store: async (named: readonly NamedNumber[]) => {
      await query(
        `UPDATE "${table}" person SET ref = named.ref
           FROM unnest($1::text[], $2::text[]) AS named (id_number, ref)
          WHERE person.id_number = named.id_number`,
        [named.map((entry) => entry.idNumber), named.map((entry) => entry.ref)],
      );
    },
  };
}
