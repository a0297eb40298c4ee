import type { DataSource } from 'typeorm';
import type { NamedNumber } from '../../../kit/enrol-records/enrol-numbers.js';

/** Numbers of parties who have no ref yet. */
export async function findUnnamedNumbers(dataSource: DataSource): Promise<string[]> {
  const rows: { id_number: string }[] = await dataSource.query('SELECT id_number FROM party WHERE ref IS NULL ORDER BY id_number');
  return rows.map((row) => row.id_number);
}

/** Stores the refs of enrolled persons. */
export async function storeRefs(dataSource: DataSource, named: readonly NamedNumber[]): Promise<void> {
  await dataSource.query(
    `UPDATE party SET ref = named.ref
       FROM unnest($1::text[], $2::text[]) AS named (id_number, ref)
      WHERE party.id_number = named.id_number`,
    [named.map((entry) => entry.idNumber), named.map((entry) => entry.ref)],
  );
}
