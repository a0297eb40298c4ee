import { decimalOf } from '../../schema/values/amount.js';
import type { CsvRow } from './read-csv.js';
import { readDate } from './read-date.js';
import { readFen } from './read-fen.js';

/** A row an import left out, and the column it could not read. Never what stood there. */
export interface RefusedRow {
  readonly file: string;
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly column: string;
}

class UnreadableCell extends Error {
  constructor(readonly column: string) {
    super(`Column ${column} cannot be read.`);
  }
}

/** The cells of one row, read by kind. A cell that cannot be read refuses its row. */
export class Cells<C extends string> {
  constructor(private readonly cells: Readonly<Record<C, string>>) {}

  /** Text that must be there. */
  text(column: C): string {
    return this.optional(column) ?? refuse(column);
  }

  optional(column: C): string | null {
    return this.cells[column] === '' ? null : this.cells[column];
  }

  /** A day of the calendar, `YYYY-MM-DD`. */
  day(column: C): string {
    return this.optionalDay(column) ?? refuse(column);
  }

  optionalDay(column: C): string | null {
    return this.date(column, 10);
  }

  /** A month, `YYYY-MM`, or null. */
  optionalMonth(column: C): string | null {
    return this.date(column, 7);
  }

  /** Yuan as PostgreSQL's numeric reads them. */
  yuan(column: C): string {
    return this.optionalYuan(column) ?? refuse(column);
  }

  optionalYuan(column: C): string | null {
    if (this.optional(column) === null) return null;
    return decimalOf(readFen(this.cells[column]) ?? refuse(column));
  }

  optionalNumber(column: C): string | null {
    const text = this.optional(column);
    return text === null || /^-?\d{1,9}(\.\d{1,4})?$/.test(text) ? text : refuse(column);
  }

  /** What `read` makes of the text; null refuses. For forms that one agency alone writes. */
  as<T>(column: C, read: (text: string) => T | null): T {
    return read(this.text(column)) ?? refuse(column);
  }

  optionalAs<T>(column: C, read: (text: string) => T | null): T | null {
    return this.optional(column) === null ? null : this.as(column, read);
  }

  oneOf<W extends string>(column: C, words: readonly W[]): W {
    return words.find((word) => word === this.cells[column]) ?? refuse(column);
  }

  private date(column: C, length: number): string | null {
    if (this.optional(column) === null) return null;
    const date = readDate(this.cells[column]);
    return date?.length === length ? date : refuse(column);
  }
}

function refuse(column: string): never {
  throw new UnreadableCell(column);
}

/**
 * Converts the rows of one file. A row with a cell that cannot be read, or with a key that stood in the file before, is
 * left out and added to `refused`.
 */
export function convertRows<C extends string, R>(
  file: string,
  key: (cells: Cells<C>) => string,
  rows: readonly CsvRow<C>[],
  convert: (cells: Cells<C>) => R,
  refused: RefusedRow[],
): R[] {
  const converted: R[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    try {
      const cells = new Cells(row.cells);
      const name = key(cells);
      if (seen.has(name)) refuse('(twice)');
      converted.push(convert(cells));
      seen.add(name);
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error;
      refused.push({ file, row: row.number, column: error.column });
    }
  }
  return converted;
}
