import { createReadStream } from 'node:fs';
import { CommandError } from '../../language.js';
import type { Row } from '../sheet.js';
import type { Encoding } from './detect-encoding.js';
import { CsvRowError, CsvSplitter } from './split-csv.js';

/** How a text table is written. */
export interface CsvForm {
  readonly encoding: Encoding;
  readonly delimiter: ',' | '\t' | ';';
  readonly lineEnd: '\r\n' | '\n' | '\r';
}

/**
 * The rows of a text table, some at a time, in bounded memory. A row is numbered as a spreadsheet numbers it: line ends inside quotes begin none.
 *
 * @throws CommandError for a quotation mark that is never closed.
 */
export async function* readCsvRows(path: string, { encoding, delimiter, lineEnd }: CsvForm): AsyncGenerator<readonly Row[]> {
  const decoder = new TextDecoder(encoding.name, { fatal: true });
  const splitter = new CsvSplitter(delimiter, lineEnd);
  let number = 0;
  const numbered = (rows: readonly string[][]): Row[] => rows.map((cells) => ({ number: ++number, cells }));
  try {
    for await (const chunk of createReadStream(path)) yield numbered(splitter.push(decoder.decode(chunk as Buffer, { stream: true })));
    yield numbered([...splitter.push(decoder.decode()), ...splitter.end()]);
  } catch (error) {
    if (!(error instanceof CsvRowError)) throw error;
    throw new CommandError({
      zh: `第 ${error.row} 行起有一个引号没有配对，或此行过长，文件读不下去。请在表格软件中核对该行。`,
      en: `From row ${error.row} on a quotation mark is never closed, or the row is too long: the file cannot be read further. Look at that row.`,
    });
  }
}
