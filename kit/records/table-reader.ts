import { join } from 'node:path';
import { Cells, UnusableRow } from './cells.js';
import type { Cell } from './copy-rows.js';
import type { Noted } from './noted-rows.js';
import { readCsv } from './read-csv.js';

/** How one file of an export becomes one table. No two of its rows may have the table's primary key in common. */
export interface TableSource<C extends string> {
  readonly file: string;
  readonly table: string;
  /** The file's columns that are read. */
  readonly columns: readonly C[];
  /** Columns of the table, each with the reading of its cell. */
  readonly cells: Readonly<Record<string, (cells: Cells<C>) => Cell>>;
  /** What does not hold in a row whose cells can all be read, named without a value; undefined: nothing. */
  readonly broken?: (cells: Cells<C>) => string | undefined;
}

/** Column of an incoming row beside the table's own: its row number in the file. */
export const SOURCE_ROW = 'source_row';

/** The reader of one file of an export. */
export interface TableReader {
  readonly file: string;
  readonly table: string;
  /** Columns of the table it fills. */
  readonly columns: readonly string[];
  /**
   * The rows of its file in a folder as they stream in, some hundreds at a time: the columns' cells and the row number. Rows that
   * cannot be read are left out and noted.
   *
   * @throws Error when the file or a column is missing.
   */
  read(folder: string, noted: Noted): AsyncGenerator<Cell[][]>;
}

/** The reader of a file. */
export function tableReader<const C extends string>(source: TableSource<C>): TableReader {
  const { file, table, columns, broken } = source;
  const places = Object.fromEntries(columns.map((column, at) => [column, at])) as Record<C, number>;
  const readings = Object.values(source.cells);

  async function* read(folder: string, { refused, unlinked }: Noted): AsyncGenerator<Cell[][]> {
    for await (const rows of readCsv(join(folder, file), columns)) {
      const converted: Cell[][] = [];
      for (const { number, cells } of rows) {
        const row = new Cells(places, cells, (column) => unlinked.add(file, column, [number]));
        try {
          const values = readings.map((reading) => reading(row));
          const problem = broken?.(row);
          if (problem !== undefined) throw new UnusableRow(problem);
          converted.push([...values, number]);
        } catch (error) {
          if (!(error instanceof UnusableRow)) throw error;
          refused.add(file, error.column, [number]);
        }
      }
      yield converted;
    }
  }
  return { file, table, columns: Object.keys(source.cells), read };
}
