import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { Cell } from './copy-rows.js';
import { NotedRows } from './noted-rows.js';
import { tableReader } from './table-reader.js';

const folder = mkdtempSync(join(tmpdir(), 'aidgraph-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GRANTS = tableReader({
  file: 'grants.csv',
  table: 'grants',
  columns: ['登记号', '金额', '日期', '身份证号'],
  cells: {
    no: (row) => row.text('登记号'),
    amount: (row) => row.yuan('金额'),
    day: (row) => row.optionalDay('日期'),
    id_number: (row) => row.idNumber('身份证号'),
  },
  broken: (row) => (row.text('登记号') === 'A9' ? 'nine' : undefined),
});

async function read(content: string | Uint8Array) {
  writeFileSync(join(folder, 'grants.csv'), content);
  const noted = { refused: new NotedRows(), unlinked: new NotedRows() };
  const rows: (readonly Cell[])[] = [];
  for await (const batch of GRANTS.read(folder, noted)) rows.push(...batch);
  return { rows, refused: noted.refused.rows, unlinked: noted.unlinked.rows };
}

test('columns in any order, a byte order mark, quotes, blank lines; the row number stands last', async () => {
  const { rows, refused } = await read(
    '\uFEFF备注,金额,日期,身份证号,登记号\r\n"a, b","3,000.00",2024.5.17,,A1\r\n,,,,\r\n无,5元,,,A2\r\n',
  );
  expect(rows).toEqual([
    ['A1', '3000.00', '2024-05-17', null, 2],
    ['A2', '5.00', null, null, 4],
  ]);
  expect(refused).toEqual([]);
});

test('GB 18030', async () => {
  // 登记号,金额,日期,身份证号 and one row.
  const bytes = Buffer.from('b5c7bcc7bac52cbdf0b6ee2cc8d5c6da2cc9edb7ddd6a4bac50a41312c352c2c0a', 'hex');
  expect((await read(bytes)).rows).toEqual([['A1', '5.00', null, null, 2]]);
});

test('neither of the two encodings', async () => {
  await expect(read(Buffer.from('ff2c0a', 'hex'))).rejects.toThrow('grants.csv is written neither in UTF-8 nor in GB 18030.');
});

test('rows that cannot be used are left out and named by row and column only', async () => {
  const { rows, refused } = await read('登记号,金额,日期,身份证号\nA1,约3000,2024.5.17,\n,5,,\nA3,5,2024.2.30,\nA9,5,,\nA4,5,,\n');
  expect(rows).toEqual([['A4', '5.00', null, null, 6]]);
  expect(refused).toEqual([
    { file: 'grants.csv', row: 2, column: '金额' },
    { file: 'grants.csv', row: 3, column: '登记号' },
    { file: 'grants.csv', row: 4, column: '日期' },
    { file: 'grants.csv', row: 5, column: 'nine' },
  ]);
});

test('ID numbers in their one spelling; one that cannot be one is kept as written and noted', async () => {
  const { rows, unlinked } = await read('登记号,金额,日期,身份证号\nA1,5,,110105491231002\nA2,5,, 1101051949 1231002x\nA3,5,,１ 2\n');
  expect(rows.map((row) => row[3])).toEqual(['11010519491231002X', '11010519491231002X', '12']);
  expect(unlinked).toEqual([{ file: 'grants.csv', row: 4, column: '身份证号' }]);
});

test('of a file that is wrong throughout every row is counted, the first thousand named', async () => {
  writeFileSync(join(folder, 'grants.csv'), `登记号,金额,日期,身份证号\n${'A1,much,,\n'.repeat(5_000)}`);
  const noted = { refused: new NotedRows(), unlinked: new NotedRows() };
  for await (const rows of GRANTS.read(folder, noted)) expect(rows).toEqual([]);
  expect(noted.refused.count).toBe(5_000);
  expect(noted.refused.rows).toHaveLength(1_000);
});

test('a missing column or file is named', async () => {
  await expect(read('登记号,金额,身份证号\n')).rejects.toThrow('grants.csv has no column 日期');
  await expect(read('')).rejects.toThrow('grants.csv has no column 登记号');
  rmSync(join(folder, 'grants.csv'));
  await expect(GRANTS.read(folder, { refused: new NotedRows(), unlinked: new NotedRows() }).next()).rejects.toThrow(
    'grants.csv is not in the folder',
  );
});
