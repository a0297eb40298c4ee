/** A quotation mark that is never closed, or a row longer than any list has. */
export class CsvRowError extends Error {
  /** The row it began in; the first is 1. */
  readonly row: number;

  constructor(row: number) {
    super('A quotation mark is never closed.');
    this.name = 'CsvRowError';
    this.row = row;
  }
}

/** Characters of one row. */
const LONGEST_ROW = 100_000;

/**
 * Splits a text table into rows of cells as the text comes in (RFC 4180; what follows a closing quotation mark is part of the
 * cell, as spreadsheets have it). Rows may differ in length, as those of a title and of a list do, and blank ones count.
 */
export class CsvSplitter {
  private rest = '';
  private rows = 0;
  private readonly newline: '\n' | '\r';

  constructor(
    private readonly delimiter: string,
    lineEnd: '\r\n' | '\n' | '\r',
  ) {
    this.newline = lineEnd === '\r' ? '\r' : '\n';
  }

  /** The rows that the text completes. @throws CsvRowError */
  push(text: string): string[][] {
    this.rest += text;
    return this.take(false);
  }

  /** The last row, when no line end follows it. @throws CsvRowError */
  end(): string[][] {
    return this.take(true);
  }

  private take(atEnd: boolean): string[][] {
    const { rest, delimiter, newline } = this;
    const taken: string[][] = [];
    let at = 0;
    while (at < rest.length) {
      const end = rest.indexOf(newline, at);
      const quote = rest.indexOf('"', at);
      if (end !== -1 && (quote === -1 || quote > end)) {
        taken.push(this.line(at, end).split(delimiter));
        at = end + 1;
      } else {
        const read = this.readRow(at, atEnd);
        if (!read) break;
        taken.push(read.cells);
        at = read.next;
      }
    }
    this.rest = rest.slice(at);
    this.rows += taken.length;
    if (this.rest.length > LONGEST_ROW || (atEnd && this.rest !== '')) throw new CsvRowError(this.rows + 1);
    return taken;
  }

  /** One row from `at`, with quotation marks. @returns undefined when the text ends within it. */
  private readRow(at: number, atEnd: boolean): { cells: string[]; next: number } | undefined {
    const { rest, delimiter, newline } = this;
    const cells: string[] = [];
    let place = at;
    for (;;) {
      let cell = '';
      if (rest[place] === '"') {
        const quoted = this.readQuoted(place + 1, atEnd);
        if (!quoted) return undefined;
        cell = quoted.text;
        place = quoted.next;
      }
      const line = rest.indexOf(newline, place);
      const comma = rest.indexOf(delimiter, place);
      if (comma !== -1 && (line === -1 || comma < line)) {
        cells.push(cell + rest.slice(place, comma));
        place = comma + 1;
        continue;
      }
      if (line === -1 && !atEnd) return undefined;
      const end = line === -1 ? rest.length : line;
      cells.push(cell + this.line(place, end));
      return { cells, next: end + 1 };
    }
  }

  private readQuoted(start: number, atEnd: boolean): { text: string; next: number } | undefined {
    const { rest } = this;
    let text = '';
    for (let from = start; ; ) {
      const quote = rest.indexOf('"', from);
      // A quotation mark that ends the text may be the first of two.
      if (quote === -1 || (quote === rest.length - 1 && !atEnd)) return undefined;
      text += rest.slice(from, quote);
      if (rest[quote + 1] !== '"') return { text, next: quote + 1 };
      text += '"';
      from = quote + 2;
    }
  }

  /** Text up to a line end, without the first half of the line end. */
  private line(from: number, to: number): string {
    const cut = this.newline === '\n' && to > from && this.rest[to - 1] === '\r' ? to - 1 : to;
    return this.rest.slice(from, cut);
  }
}
