import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRecords } from './csv-records.js';

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}
async function recordsFrom(text: AsyncIterable<string>): Promise<string[][]> {
  const records: string[][] = [];
  for await (const batch of csvRecords(text)) records.push(...batch);
  return records;
}
const recordsOf = (text: string, length = 1 << 18) => recordsFrom(pieces(text, length));

const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
const field = fc.string({ unit: fc.constantFrom('a', '1', ' ', '王', '"', ',', '\n', '\r\n'), maxLength: 6 });

test('any records, in pieces of any length, as csv-parse reads them', async () => {
  const records = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      records,
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      async (rows, end, last, length) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(end) + (last ? end : '');
        expect(await recordsOf(text, length)).toEqual(parse(text, { relax_column_count: true, record_delimiter: end }));
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['a quote that is never closed', 'a,b\n"c,d\n', 'record 2 '],
  ['text after a quoted field', 'a\nb\n"c"d,e\n', 'record 3 '],
])('%s is no CSV, whatever the pieces', async (_, text, where) => {
  for (const length of [1, 3, 100]) await expect(recordsOf(text, length)).rejects.toThrow(where);
});

test('a quote that is never closed does not fill the memory', async () => {
  async function* endless() {
    yield '"';
    for (;;) yield 'x'.repeat(1 << 16);
  }
  await expect(recordsFrom(endless())).rejects.toThrow('record 1 has a quoted field that does not end as one');
});

test('a quote within a bare field stands as written', async () => {
  expect(await recordsOf('a"b,c\nd,"e"\n')).toEqual([
    ['a"b', 'c'],
    ['d', 'e'],
  ]);
});
