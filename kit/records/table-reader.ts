import { join } from 'node:path';
import { type Cells, convertRows, type RefusedRow } from './cells.js';
import type { Cell } from './copy-rows.js';
import { readCsv } from './read-csv.js';
import type { TableContent } from './replace-rows.js';

/** How one file of an export becomes one table. */
export interface TableSource<C extends string> {
  readonly file: string;
  readonly table: string;
  /** The file's columns that are read. */
  readonly columns: readonly C[];
  /** What no two rows have in common. */
  readonly key: (cells: Cells<C>) => string;
  /** Columns of the table, each with the reading of its cell. */
  readonly cells: Readonly<Record<string, (cells: Cells<C>) => Cell>>;
}

/** A file of an export, read. */
export interface ReadTable extends TableContent {
  readonly file: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Reads its file in a folder; rows that cannot be read are added to `refused`. @throws Error when the file or a column is missing. */
export type TableReader = (folder: string, refused: RefusedRow[]) => Promise<ReadTable>;

/** The reader of a file. */
export function tableReader<const C extends string>(source: TableSource<C>): TableReader {
  const { file, table } = source;
  const readings = Object.values(source.cells);
  return async (folder, refused) => {
    const rows = await readCsv(join(folder, file), source.columns);
    const cells = convertRows(file, source.key, rows, (row) => readings.map((read) => read(row)), refused);
    return { file, table, columns: Object.keys(source.cells), rows: cells };
  };
}
