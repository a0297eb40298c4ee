import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Term } from '../../../schema/vocabulary/term.js';
import { MOST_ROWS_ABOVE, readHeading } from '../find-header.js';
import { neutralise } from '../neutralise.js';
import type { Additions, Row, Sheet } from '../sheet.js';
import { detectEncoding, type Encoding } from './detect-encoding.js';
import { encodeGb18030 } from './gb18030.js';
import { type CsvForm, readCsvRows } from './read-csv-rows.js';

const DELIMITERS = [',', '\t', ';'] as const;
const SEPARATED: Readonly<Record<CsvForm['delimiter'], Term>> = {
  ',': { zh: '逗号分隔', en: 'separated by commas' },
  '\t': { zh: '制表符分隔', en: 'separated by tabs' },
  ';': { zh: '分号分隔', en: 'separated by semicolons' },
};

/**
 * A list in a text table: UTF-8 with or without a byte order mark, or GB 18030 (GBK); comma, tab or semicolon, whichever
 * lets a heading be recognised. Written again in the same way.
 *
 * @throws CommandError for an encoding that would have to be guessed.
 */
export async function openCsv(path: string): Promise<Sheet> {
  const encoding = await detectEncoding(path);
  const form = await detectForm(path, encoding);
  const name = encoding.name === 'gb18030' ? 'GB18030' : encoding.mark ? 'UTF-8 (BOM)' : 'UTF-8';
  const separated = SEPARATED[form.delimiter];
  return {
    extension: 'csv',
    described: { zh: `CSV，${name}，${separated.zh}`, en: `CSV, ${name}, ${separated.en}` },
    rows: () => readCsvRows(path, form),
    write: (to, additions) => pipeline(Readable.from(written(path, form, additions)), createWriteStream(to, { mode: 0o600 })),
    close: () => {},
  };
}

async function detectForm(path: string, encoding: Encoding): Promise<CsvForm> {
  const head = new TextDecoder(encoding.name).decode(await headOf(path), { stream: true });
  const lineEnd = /\r\n/.test(head) ? '\r\n' : /\n/.test(head) || !/\r/.test(head) ? '\n' : '\r';
  let best: CsvForm = { encoding, delimiter: ',', lineEnd };
  let columns = 0;
  for (const delimiter of DELIMITERS) {
    const form = { encoding, delimiter, lineEnd } as const;
    const found = await headingWidth(path, form);
    if (found > columns) [best, columns] = [form, found];
  }
  return best;
}

async function headOf(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: 65_535 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** How many columns the heading has with this delimiter; 0 when none is recognised. A wrong delimiter may make rows that cannot be read. */
async function headingWidth(path: string, form: CsvForm): Promise<number> {
  try {
    for await (const rows of readCsvRows(path, form)) {
      const above = rows.slice(0, MOST_ROWS_ABOVE);
      return Math.max(0, ...above.map((row) => (readHeading(row) ? row.cells.length : 0)));
    }
  } catch {}
  return 0;
}

async function* written(path: string, form: CsvForm, additions: Additions): AsyncGenerator<Buffer> {
  const encode = form.encoding.name === 'gb18030' ? encodeGb18030 : (text: string) => Buffer.from(text, 'utf8');
  if (form.encoding.mark) yield encode('\ufeff');
  for await (const rows of readCsvRows(path, form)) {
    let text = '';
    for (const row of rows) text += lineOf(row, form.delimiter, additions) + form.lineEnd;
    yield encode(text);
  }
}

function lineOf(row: Row, delimiter: string, { of, place }: Additions): string {
  const added = of(row.number);
  const padding = added ? Array<string>(Math.max(0, place - row.cells.length)).fill('') : [];
  return [...row.cells, ...padding, ...(added ?? [])].map((cell) => quoted(neutralise(String(cell)))).join(delimiter);
}

/** In quotes when any delimiter is in it: whoever opens the file with another one must not find other cells. */
const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
