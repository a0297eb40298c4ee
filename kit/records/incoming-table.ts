import type { ClientBase } from 'pg';
import { copyRows } from './copy-rows.js';
import type { Noted, NotedRows } from './noted-rows.js';
import { SOURCE_ROW, type TableReader } from './table-reader.js';

/** Where the rows of a file wait while they are checked: a table that ends with the transaction. */
export const incoming = (table: string): string => `incoming_${table}`;

/** A check over incoming tables: rows that one row alone cannot show to be wrong. All of it constants of an agency's code. */
export interface IncomingCheck {
  readonly table: string;
  /** What is named: a column of the file. */
  readonly column: string;
  /** A query with one column `source_row`: rows of incoming_<table>. */
  readonly rows: string;
  /** Whether such rows are left out, or kept and noted as linked to nobody. */
  readonly mode: 'LEAVE_OUT' | 'KEEP';
}

/** Reads a file into its incoming table; of rows with one key the first alone stays. */
export async function stageTable(client: ClientBase, reader: TableReader, folder: string, noted: Noted): Promise<void> {
  const table = incoming(reader.table);
  await client.query(`CREATE TEMPORARY TABLE "${table}" (LIKE "${reader.table}") ON COMMIT DROP`);
  await client.query(`ALTER TABLE "${table}" ADD COLUMN ${SOURCE_ROW} integer NOT NULL`);
  await copyRows(client, table, [...reader.columns, SOURCE_ROW], reader.read(folder, noted));
  await client.query(`ANALYZE "${table}"`);
  const key = (await primaryKey(client, reader.table)).join(', ');
  const repeats = `SELECT ${SOURCE_ROW} FROM (
    SELECT ${SOURCE_ROW}, row_number() OVER (PARTITION BY ${key} ORDER BY ${SOURCE_ROW}) AS nth FROM "${table}") numbered
    WHERE nth > 1`;
  await leaveOut(client, reader, '(twice)', repeats, noted.refused);
}

/** Carries out a check. */
export async function checkIncoming(client: ClientBase, reader: TableReader, check: IncomingCheck, noted: Noted): Promise<void> {
  if (check.mode === 'LEAVE_OUT') await leaveOut(client, reader, check.column, check.rows, noted.refused);
  else await note(client, reader, check.column, check.rows, noted.unlinked);
}

/** Puts the incoming rows in place of a table's old ones: others read the old until the transaction commits. @returns how many */
export async function storeIncoming(client: ClientBase, { table, columns }: TableReader): Promise<number> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  await client.query(`DELETE FROM "${table}"`);
  const { rowCount } = await client.query(`INSERT INTO "${table}" (${names}) SELECT ${names} FROM "${incoming(table)}"`);
  // The first questions come before PostgreSQL looks at the table by itself, and would be planned for a small one.
  await client.query(`ANALYZE "${table}"`);
  return rowCount ?? 0;
}

async function leaveOut(client: ClientBase, reader: TableReader, column: string, rows: string, into: NotedRows): Promise<void> {
  const wrong = await note(client, reader, column, rows, into);
  if (wrong > 0) await client.query(`DELETE FROM "${incoming(reader.table)}" WHERE ${SOURCE_ROW} IN (${rows})`);
}

async function note(client: ClientBase, { file }: TableReader, column: string, rows: string, into: NotedRows): Promise<number> {
  const found = await client.query<{ row: number; count: string }>(
    `SELECT ${SOURCE_ROW} AS row, count(*) OVER () AS count FROM (${rows}) wrong ORDER BY 1 LIMIT ${Math.max(1, into.room)}`,
  );
  const count = Number(found.rows[0]?.count ?? 0);
  const named = found.rows.map(({ row }) => row);
  into.add(file, column, named, count);
  return count;
}

async function primaryKey(client: ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(a.attname) AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = quote_ident($1)::regclass AND i.indisprimary`,
    [table],
  );
  return rows.map(({ name }) => name);
}
