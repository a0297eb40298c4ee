/** Characters of the longest record: more means a quote that is never closed. */
const LONGEST = 1 << 20;

/** Text that is no CSV: says at which record, never what stands there. */
export class CsvError extends Error {}

/**
 * The records of a CSV text (RFC 4180; lines may end with LF alone), as the text arrives: one array of records for each piece.
 * Holds a piece and the record it breaks off in.
 *
 * @throws CsvError for a quoted field that is not closed, or followed by anything but a comma or the end of its line.
 */
export async function* csvRecords(pieces: AsyncIterable<string>): AsyncGenerator<string[][]> {
  let rest = '';
  let count = 0;
  for await (const piece of pieces) {
    const { records, end, text } = split(rest + piece, count);
    rest = text.slice(end);
    count += records.length;
    if (rest.length > LONGEST) throw broken(count);
    yield records;
  }
  if (rest === '') return;
  const { records, end, text } = split(`${rest}\n`, count);
  if (end < text.length) throw broken(count + records.length);
  yield records;
}

const broken = (before: number) => new CsvError(`record ${before + 1} has a quoted field that does not end as one`);

/** The whole records of a text, and where the first unfinished one begins. */
function split(text: string, before: number): { records: string[][]; end: number; text: string } {
  const records: string[][] = [];
  // Most of an export has no quotes, and splitting without looking at every character is twenty times faster.
  const plain = !text.includes('"');
  let start = 0;
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', start)) {
    const line = text.slice(start, newline - (text[newline - 1] === '\r' && newline > start ? 1 : 0));
    if (plain || !line.includes('"')) {
      records.push(line.split(','));
      start = newline + 1;
      continue;
    }
    const record = readRecord(text, start, () => broken(before + records.length));
    if (record === undefined) break;
    records.push(record.fields);
    start = record.end;
  }
  return { records, end: start, text };
}

/** One record that may hold quotes; undefined when the text breaks off in it. */
function readRecord(text: string, start: number, problem: () => CsvError): { fields: string[]; end: number } | undefined {
  const fields: string[] = [];
  for (let at = start; ; at += 1) {
    const field = text[at] === '"' ? readQuoted(text, at + 1) : readPlain(text, at);
    if (field === undefined) return undefined;
    fields.push(field.value);
    at = field.end;
    if (text[at] === ',') continue;
    if (text[at] === '\r' && at + 1 >= text.length) return undefined;
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    if (text[at] === '\n') return { fields, end: at + 1 };
    if (at >= text.length) return undefined;
    throw problem();
  }
}

function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  let value = '';
  for (let from = start; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function readPlain(text: string, start: number): { value: string; end: number } | undefined {
  const newline = text.indexOf('\n', start);
  if (newline < 0) return undefined;
  const comma = text.indexOf(',', start);
  const end = comma >= 0 && comma < newline ? comma : newline - (text[newline - 1] === '\r' && newline > start ? 1 : 0);
  return { value: text.slice(start, end), end };
}
