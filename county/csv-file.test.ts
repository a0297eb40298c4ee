import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { CsvFile } from './csv-file.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'county-csv-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('quotes what RFC 4180 wants quoted, and nothing else', () => {
  const path = join(folder, 'quotes.csv');
  const file = new CsvFile(path, ['名', 'b']);
  file.write({ 名: '现金,本人', b: 'say "no"' });
  file.write({ 名: 'two\r\nlines', b: ' 王　伟 ' });
  file.close();
  expect(readFileSync(path, 'utf8')).toBe('名,b\r\n"现金,本人","say ""no"""\r\n"two\r\nlines", 王　伟 \r\n');
  expect(parse(readFileSync(path), { columns: true, record_delimiter: '\r\n' })).toEqual([
    { 名: '现金,本人', b: 'say "no"' },
    { 名: 'two\r\nlines', b: ' 王　伟 ' },
  ]);
});

test('rows past one chunk all arrive', () => {
  const path = join(folder, 'long.csv');
  const file = new CsvFile(path, ['key', 'text']);
  for (let index = 0; index < 20_000; index += 1) file.write({ key: file.nextKey('K'), text: '低保'.repeat(5) });
  file.close();
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines).toHaveLength(20_002);
  expect(lines[20_000]).toMatch(/^K0020000,/);
});
