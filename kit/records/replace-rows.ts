import type { ClientBase } from 'pg';
import { type Cell, copyRows } from './copy-rows.js';

/** The new content of one table. Names are constants of code, never input. */
export interface TableContent {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** Puts new rows in place of a table's old ones, within the caller's transaction: readers see the old until it commits. */
export async function replaceRows(client: ClientBase, { table, columns, rows }: TableContent): Promise<void> {
  await client.query(`DELETE FROM "${table}"`);
  await copyRows(client, table, columns, rows);
}
