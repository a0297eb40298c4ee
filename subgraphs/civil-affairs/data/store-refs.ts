import type { DataSource } from 'typeorm';
import type { NamedNumber } from '../../../kit/enrol-records/enrol-numbers.js';

/** Numbers of residents who have no ref yet, as written. */
export async function findUnnamedNumbers(dataSource: DataSource): Promise<string[]> {
  const rows: { id_number: string }[] = await dataSource.query(
    'SELECT DISTINCT id_number FROM resident WHERE ref IS NULL AND id_number IS NOT NULL ORDER BY id_number',
  );
  return rows.map((row) => row.id_number);
}

/** Stores the refs of enrolled persons. */
export async function storeRefs(dataSource: DataSource, named: readonly NamedNumber[]): Promise<void> {
  await dataSource.query(
    `UPDATE resident SET ref = named.ref
       FROM unnest($1::text[], $2::text[]) AS named (id_number, ref)
      WHERE resident.id_number = named.id_number`,
    [named.map((entry) => entry.idNumber), named.map((entry) => entry.ref)],
  );
}
