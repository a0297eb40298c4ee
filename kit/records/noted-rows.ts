/** A row of an export, and the column (or what does not hold) that a person should look at. Never what stood there. */
export interface NotedRow {
  readonly file: string;
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly column: string;
}

/** Rows named one by one; a file that is wrong throughout must not fill the memory. */
const MOST = 1_000;

/** Rows an import notes: all counted, the first thousand named. */
export class NotedRows {
  #count = 0;
  readonly #rows: NotedRow[] = [];

  get count(): number {
    return this.#count;
  }

  /** By file, then by row. */
  get rows(): readonly NotedRow[] {
    return this.#rows.toSorted((a, b) => a.file.localeCompare(b.file) || a.row - b.row);
  }

  /** Notes rows of a file. @param count how many there are, when not all are given */
  add(file: string, column: string, rows: readonly number[], count = rows.length): void {
    this.#count += count;
    for (const row of rows.slice(0, Math.max(0, MOST - this.#rows.length))) this.#rows.push({ file, row, column });
  }

  /** How many may still be named. */
  get room(): number {
    return MOST - this.#rows.length;
  }
}

/** What an import notes. */
export interface Noted {
  /** Left out: a cell that cannot be read, a key that stood before, a sum or reference that does not hold. */
  readonly refused: NotedRows;
  /** Kept, but an ID number that cannot be one or a reference to nothing leaves them linked to nobody. */
  readonly unlinked: NotedRows;
}
