import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CommandError } from '../../language.js';
import type { Row } from '../sheet.js';
import type { Encoding } from './detect-encoding.js';

/** How a text table is written. */
export interface CsvForm {
  readonly encoding: Encoding;
  readonly delimiter: ',' | '\t' | ';';
  readonly lineEnd: '\r\n' | '\n' | '\r';
}

const AT_ONCE = 500;
/** Characters of one row. A row beyond it is a quotation mark that nothing closes. */
const LONGEST_ROW = 100_000;

/**
 * The rows of a text table, some at a time, in bounded memory. A row is numbered as a spreadsheet numbers it: line ends inside quotes begin none.
 *
 * @throws CommandError for a quotation mark that is never closed.
 */
export async function* readCsvRows(path: string, { encoding, delimiter, lineEnd }: CsvForm): AsyncGenerator<readonly Row[]> {
  const parser = parse({
    delimiter,
    record_delimiter: lineEnd === '\r' ? ['\r'] : ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  });
  const source = Readable.from(decoded(path, encoding));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let number = 0;
  let rows: Row[] = [];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      rows.push({ number, cells });
      if (rows.length < AT_ONCE) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    // What the parser says quotes the file.
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error.records) + 1;
    throw new CommandError({
      zh: `第 ${row} 行起有一个引号没有配对，或此行过长，文件读不下去。请在表格软件中核对该行。`,
      en: `From row ${row} on a quotation mark is never closed, or the row is too long: the file cannot be read further. Look at that row.`,
    });
  } finally {
    source.destroy();
  }
  yield rows;
}

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding.name, { fatal: true });
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
