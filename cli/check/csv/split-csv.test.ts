import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvRowError, CsvSplitter } from './split-csv.js';

/** Splits a text that comes in pieces of a length. */
function split(text: string, piece = text.length, delimiter = ',', lineEnd: '\r\n' | '\n' | '\r' = '\n'): string[][] {
  const splitter = new CsvSplitter(delimiter, lineEnd);
  const rows: string[][] = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...splitter.push(text.slice(at, at + piece)));
  return [...rows, ...splitter.end()];
}

describe('a text table in rows', () => {
  test.each<[string, string, string[][]]>([
    [
      'cells',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['no line end at the end', 'a,b\nc', [['a', 'b'], ['c']]],
    ['blank lines count', 'a\n\n\nb\n', [['a'], [''], [''], ['b']]],
    [
      'empty cells',
      ',\n,,\n',
      [
        ['', ''],
        ['', '', ''],
      ],
    ],
    [
      'CR LF',
      'a,b\r\n"c",d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['both line ends', 'a\r\nb\nc\r\n', [['a'], ['b'], ['c']]],
    ['quotation marks', '"a,b","c""d","e\nf\r\ng"\nh\n', [['a,b', 'c"d', 'e\nf\r\ng'], ['h']]],
    ['one in a cell', '5" pipe,b\nc\n', [['5" pipe', 'b'], ['c']]],
    ['text behind a closing one', '"a"b,c\n', [['ab', 'c']]],
    ['an empty quoted cell', '"",""\n', [['', '']]],
    ['a formula that keeps digits', '="0571",b\n', [['="0571"', 'b']]],
  ])('%s, in pieces of any length', (_, text, rows) => {
    for (let piece = 1; piece <= text.length; piece++) expect(split(text, piece)).toEqual(rows);
  });

  test('a line end of old computers', () => {
    expect(split('a,b\rc,d\r', 3, ',', '\r')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('reads what csv-parse reads, in pieces of any length', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '=', '"', ',', ';', '\n', '\r\n', ' ', '某', '\t'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), fc.constantFrom(',', ';', '\t'), (rows, piece, delimiter) => {
        const text = rows.map((cells) => `${cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter)}\n`).join('');
        const read = parse(text, {
          delimiter,
          record_delimiter: ['\r\n', '\n'],
          relax_column_count: true,
          skip_empty_lines: false,
        }) as string[][];
        expect(split(text, piece, delimiter)).toEqual(read);
        expect(read).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['at the end', 'a\nb\n"c\nd\n', 3],
    ['of a very long row', `a\n"${'b\n'.repeat(60_000)}`, 2],
  ])('a quotation mark that nothing closes: %s', (_, text, row) => {
    const refused = (() => {
      try {
        return split(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(CsvRowError);
    expect((refused as CsvRowError).row).toBe(row);
  });
});
