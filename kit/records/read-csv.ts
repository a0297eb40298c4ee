import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** One row of an export, by the names of its own columns. */
export interface CsvRow<C extends string> {
  /** Row number as a spreadsheet shows it: the header is row 1. */
  readonly number: number;
  readonly cells: Readonly<Record<C, string>>;
}

/**
 * Reads an agency's export: UTF-8 (with or without a byte order mark) or GB 18030, the first row naming the columns.
 *
 * @throws Error naming the file, when it is not there or has not all columns.
 */
export async function readCsv<C extends string>(path: string, columns: readonly C[]): Promise<CsvRow<C>[]> {
  const file = path.replace(/^.*[\\/]/, '');
  const bytes = await readFile(path).catch(() => {
    throw new Error(`${file} is not in the folder, or may not be read.`);
  });
  const rows = parse(decode(bytes), { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][];
  const header = (rows[0] ?? []).map((name) => name.trim());
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(', ')}. Export it again with these columns.`);
  const places = columns.map((column) => [column, header.indexOf(column)] as const);
  return rows
    .slice(1)
    .map((cells, index) => ({
      number: index + 2,
      cells: Object.fromEntries(places.map(([column, place]) => [column, (cells[place] ?? '').trim()])) as Record<C, string>,
    }))
    .filter((row) => columns.some((column) => row.cells[column] !== ''));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}
