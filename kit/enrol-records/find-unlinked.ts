import { join } from 'node:path';
import type { RefusedRow } from '../records/cells.js';
import { readCsv } from '../records/read-csv.js';
import { readNumber } from './enrol-numbers.js';

/** A file of an export, its columns that hold ID numbers, and where in a cell the number stands (the whole cell by default). */
export interface NumberColumns {
  readonly file: string;
  readonly columns: readonly string[];
  readonly numberIn?: (cell: string) => string;
}

/** Rows of an export whose ID number cannot be one: they are kept, linked to nobody. @throws Error when a file is missing. */
export async function findUnlinked(folder: string, sources: readonly NumberColumns[]): Promise<RefusedRow[]> {
  const unlinked: RefusedRow[] = [];
  for (const { file, columns, numberIn = (cell: string) => cell } of sources) {
    for (const { number, cells } of await readCsv(join(folder, file), columns)) {
      for (const column of columns) {
        const written = cells[column] ?? '';
        if (written !== '' && readNumber(numberIn(written)) === undefined) unlinked.push({ file, row: number, column });
      }
    }
  }
  return unlinked;
}
