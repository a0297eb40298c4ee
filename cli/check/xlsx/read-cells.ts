import { columnOf } from './cell-place.js';
import type { XmlReader } from './parse-xml.js';

/** Excel has 16,384 columns. */
const LAST_COLUMN = 16_383;

/** One cell as it stands in a sheet. */
export interface SheetCell {
  /** Counted from 0. */
  readonly column: number;
  /** How `value` is to be read: `n` a number, `s` the number of a shared text, `inlineStr` and `str` a text, `b`, `e`, `d`. */
  readonly type: string;
  /** Number of its style. */
  readonly style: string | undefined;
  /** What stands in it, of a formula its last result; undefined for a blank cell. */
  readonly value: string | undefined;
}

/** One row as it stands in a sheet. */
export interface SheetRow {
  readonly number: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly cells: SheetCell[];
}

/** Collects the rows of a sheet, with whatever the other elements are to `before`. Formulas are passed over: only their results are read. */
export class RowReader implements XmlReader {
  rows: SheetRow[] = [];
  private row: SheetRow | undefined;
  private cell: { column: number; type: string; style: string | undefined } | undefined;
  private value: string | undefined;
  private reading = false;
  private inHint = false;
  private lastNumber = 0;

  constructor(private readonly before?: (name: string, attributes: Readonly<Record<string, string>>) => void) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.cell) {
      if (name === 'v' || (name === 't' && !this.inHint)) {
        this.reading = true;
        this.value ??= '';
      }
      if (name === 'rPh') this.inHint = true;
    } else if (name === 'c' && this.row) {
      const column = attributes.r === undefined ? (this.row.cells.at(-1)?.column ?? -1) + 1 : Math.min(columnOf(attributes.r), LAST_COLUMN);
      this.cell = { column, type: attributes.t ?? 'n', style: attributes.s };
      this.value = undefined;
    } else if (name === 'row') {
      this.lastNumber = attributes.r === undefined ? this.lastNumber + 1 : Number(attributes.r);
      this.row = { number: this.lastNumber, attributes, cells: [] };
    } else if (!this.row) this.before?.(name, attributes);
  }

  text(text: string): void {
    if (this.reading) this.value = (this.value ?? '') + text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.reading = false;
    else if (name === 'rPh') this.inHint = false;
    else if (name === 'c' && this.cell) {
      const { column, type, style } = this.cell;
      this.row?.cells.push({ column, type, style, value: this.value });
      this.cell = undefined;
    } else if (name === 'row' && this.row) {
      this.rows.push(this.row);
      this.row = undefined;
    }
  }

  /** The rows read since the last time. */
  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }
}
