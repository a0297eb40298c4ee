import type { Term } from '../../schema/vocabulary/term.js';

/** What stands in a cell: a text, or a number in the file's own number type, which keeps 15 digits. */
export type Cell = string | number;

/** One row of a list. */
export interface Row {
  /** As a spreadsheet shows it: the first is 1. */
  readonly number: number;
  /** From the first column on; a merged region holds its value in each of its cells. */
  readonly cells: readonly Cell[];
}

/** What the result has beside the original columns. */
export interface Additions {
  /** Cells for a row of the list; undefined for a row that gets none, such as a title. */
  of(row: number): readonly string[] | undefined;
  /** How many there are. */
  readonly columns: number;
  /** Place of the first of them, counted from 0: behind every column that holds anything. */
  readonly place: number;
}

/** A list of applicants as it stands in a file. */
export interface Sheet {
  /** Extension of a file of this kind. */
  readonly extension: 'csv' | 'xlsx';
  /** What was understood of the file, for the person to see: encoding and delimiter, or the name of the sheet. */
  readonly described: Term;
  /** All rows in order, some at a time; blank ones may be left out. */
  rows(): AsyncIterable<readonly Row[]>;
  /** Writes all rows again in this kind and encoding, with the additions; cells that a program could run are harmless in it. */
  write(path: string, additions: Additions): Promise<void>;
  close(): void;
}
