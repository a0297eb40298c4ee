import { decimalOf } from '../../schema/values/amount.js';
import { readNumber } from '../enrol-records/enrol-numbers.js';
import { readDate } from './read-date.js';
import { readFen } from './read-fen.js';

/** A row that must be left out, and the column (or what does not hold) that says why. */
export class UnusableRow extends Error {
  constructor(readonly column: string) {
    super(`A row cannot be used: ${column}.`);
  }
}

/** The cells of one row, read by kind. A cell that cannot be read refuses its row. */
export class Cells<C extends string> {
  /**
   * @param places where each column stands among `cells`
   * @param unlinked told of a column whose ID number cannot be one
   */
  constructor(
    private readonly places: Readonly<Record<C, number>>,
    private readonly cells: readonly string[],
    private readonly unlinked: (column: C) => void,
  ) {}

  /** Text that must be there. */
  text(column: C): string {
    return this.optional(column) ?? refuse(column);
  }

  optional(column: C): string | null {
    return this.cell(column) || null;
  }

  /**
   * A resident ID number in its one spelling. One that cannot be one stands as written, without blanks: its row is kept and noted.
   *
   * @param numberIn where in the cell the number stands; the whole cell by default
   */
  idNumber(column: C, numberIn: (cell: string) => string = (cell) => cell): string | null {
    const written = numberIn(this.cell(column)).normalize('NFKC').replace(/\s+/g, '');
    if (written === '') return null;
    const number = readNumber(written);
    if (number === undefined) this.unlinked(column);
    return number ?? written;
  }

  /** A day of the calendar, `YYYY-MM-DD`. */
  day(column: C): string {
    return this.optionalDay(column) ?? refuse(column);
  }

  optionalDay(column: C): string | null {
    return this.date(column, 10);
  }

  /** A month, `YYYY-MM`. */
  month(column: C): string {
    return this.optionalMonth(column) ?? refuse(column);
  }

  optionalMonth(column: C): string | null {
    return this.date(column, 7);
  }

  /** Yuan as PostgreSQL's numeric reads them. */
  yuan(column: C): string {
    return this.optionalYuan(column) ?? refuse(column);
  }

  optionalYuan(column: C): string | null {
    if (this.optional(column) === null) return null;
    return decimalOf(readFen(this.cell(column)) ?? refuse(column));
  }

  /** Yuan with exactly two decimals as a system writes them, negative in reversals, at most twelve digits of yuan. */
  signedYuan(column: C): string {
    const text = this.text(column);
    return /^-?\d{1,12}\.\d{2}$/.test(text) ? text : refuse(column);
  }

  /** The same in fen; a safe integer. */
  signedFen(column: C): number {
    return Number(this.signedYuan(column).replace('.', ''));
  }

  /** `1` or `0`, as PostgreSQL reads a boolean. */
  flag(column: C): 'true' | 'false' {
    return this.oneOf(column, ['0', '1']) === '1' ? 'true' : 'false';
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
    return words.find((word) => word === this.cell(column)) ?? refuse(column);
  }

  private cell(column: C): string {
    return this.cells[this.places[column]] as string;
  }

  private date(column: C, length: number): string | null {
    if (this.optional(column) === null) return null;
    const date = readDate(this.cell(column));
    return date?.length === length ? date : refuse(column);
  }
}

function refuse(column: string): never {
  throw new UnusableRow(column);
}
