import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { RefusedRow } from './cells.js';
import { tableReader } from './table-reader.js';

const folder = mkdtempSync(join(tmpdir(), 'aidgraph-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GRANTS = tableReader({
  file: 'grants.csv',
  table: 'grants',
  columns: ['登记号', '金额', '日期'],
  key: (row) => row.text('登记号'),
  cells: { no: (row) => row.text('登记号'), amount: (row) => row.yuan('金额'), day: (row) => row.optionalDay('日期') },
});

async function read(content: string | Uint8Array) {
  writeFileSync(join(folder, 'grants.csv'), content);
  const refused: RefusedRow[] = [];
  return { rows: (await GRANTS(folder, refused)).rows, refused };
}

test('columns in any order, a byte order mark, quotes, blank lines', async () => {
  const { rows, refused } = await read('\uFEFF备注,金额,日期,登记号\r\n"a, b","3,000.00",2024.5.17,A1\r\n,,,\r\n无,5元,,A2\r\n');
  expect(rows).toEqual([
    ['A1', '3000.00', '2024-05-17'],
    ['A2', '5.00', null],
  ]);
  expect(refused).toEqual([]);
});

test('GB 18030', async () => {
  // 登记号,金额,日期 and one row.
  const bytes = Buffer.from('b5c7bcc7bac52cbdf0b6ee2cc8d5c6da0a41312c352c0a', 'hex');
  expect((await read(bytes)).rows).toEqual([['A1', '5.00', null]]);
});

test('rows that cannot be read are left out and named by row and column only', async () => {
  const { rows, refused } = await read('登记号,金额,日期\nA1,约3000,2024.5.17\n,5,\nA3,5,2024.2.30\nA4,5,\nA4,6,\n');
  expect(rows).toEqual([['A4', '5.00', null]]);
  expect(refused).toEqual([
    { file: 'grants.csv', row: 2, column: '金额' },
    { file: 'grants.csv', row: 3, column: '登记号' },
    { file: 'grants.csv', row: 4, column: '日期' },
    { file: 'grants.csv', row: 6, column: '(twice)' },
  ]);
});

test('a missing column or file is named', async () => {
  await expect(read('登记号,金额\n')).rejects.toThrow('grants.csv has no column 日期');
  rmSync(join(folder, 'grants.csv'));
  await expect(GRANTS(folder, [])).rejects.toThrow('grants.csv is not in the folder');
});
