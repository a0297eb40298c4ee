import { closeSync, openSync, writeSync } from 'node:fs';

const CHUNK = 64 * 1024;
const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** A CSV file (RFC 4180, UTF-8) written row by row; holds at most one chunk in memory. */
export class CsvFile<C extends string> {
  readonly #descriptor: number;
  readonly #columns: readonly C[];
  #pending = '';
  #rows = 0;

  /** Creates the file, or empties it, and writes its header. */
  constructor(path: string, columns: readonly C[]) {
    this.#descriptor = openSync(path, 'w');
    this.#columns = columns;
    this.#append(columns);
  }

  /** Rows so far, without the header. */
  get rows(): number {
    return this.#rows;
  }

  /** A key for the next row: the prefix and seven digits. */
  nextKey(prefix: string): string {
    return `${prefix}${String(this.#rows + 1).padStart(7, '0')}`;
  }

  /** Adds a row. */
  write(row: Readonly<Record<C, string>>): void {
    this.#append(this.#columns.map((column) => row[column]));
    this.#rows += 1;
  }

  /** Writes what is left and closes the file. */
  close(): void {
    writeSync(this.#descriptor, this.#pending);
    closeSync(this.#descriptor);
  }

  #append(fields: readonly string[]): void {
    this.#pending += `${fields.map(quoted).join(',')}\r\n`;
    if (this.#pending.length < CHUNK) return;
    writeSync(this.#descriptor, this.#pending);
    this.#pending = '';
  }
}
