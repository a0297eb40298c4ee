import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Additions, Cell, Row } from '../sheet.js';
import { encodeGb18030 } from './gb18030.js';
import { openCsv } from './open-csv.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aidgraph-csv-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ID = '999001195803125429';
const NO_ADDITIONS: Additions = { of: () => undefined, place: 0, columns: 0 };

function file(bytes: Buffer | string): string {
  const path = join(folder, 'list.csv');
  writeFileSync(path, bytes);
  return path;
}

async function read(bytes: Buffer | string): Promise<{ described: string; cells: (readonly Cell[])[] }> {
  const sheet = await openCsv(file(bytes));
  const rows: Row[] = [];
  for await (const some of sheet.rows()) rows.push(...some);
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
  return { described: sheet.described.en, cells: rows.map(({ cells }) => cells) };
}

async function rewrite(bytes: Buffer | string, additions: Additions = NO_ADDITIONS): Promise<Buffer> {
  const sheet = await openCsv(file(bytes));
  const out = join(folder, 'out.csv');
  await sheet.write(out, additions);
  const written = readFileSync(out);
  rmSync(out);
  return written;
}

const LIST = `慈善救助名单,,\n姓名,身份证号,备注\n吕秀珍,${ID},㐂𠮷\n,,\n\n"周,文斌",x,"两\n行"\n`;
const CELLS = [
  ['慈善救助名单', '', ''],
  ['姓名', '身份证号', '备注'],
  ['吕秀珍', ID, '㐂𠮷'],
  ['', '', ''],
  [''],
  ['周,文斌', 'x', '两\n行'],
];

describe('a text table', () => {
  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(LIST), 'UTF-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${LIST}`), 'UTF-8 (BOM)'],
    ['GB 18030', encodeGb18030(LIST), 'GB18030'],
  ])('%s is read, and written again as the same bytes', async (_, bytes, name) => {
    const { described, cells } = await read(bytes);
    expect(described).toBe(`CSV, ${name}, separated by commas`);
    expect(cells).toEqual(CELLS);
    expect((await rewrite(bytes)).equals(bytes)).toBe(true);
  });

  test.each([',', '\t', ';'] as const)('delimiter %j is found, in GB 18030 too', async (delimiter) => {
    const text = `名单${delimiter}${delimiter}\r\n姓名${delimiter}身份证号${delimiter}金额\r\n吕秀珍${delimiter}${ID}${delimiter}5.00\r\n`;
    for (const bytes of [Buffer.from(text), encodeGb18030(text)]) {
      expect((await read(bytes)).cells).toEqual([
        ['名单', '', ''],
        ['姓名', '身份证号', '金额'],
        ['吕秀珍', ID, '5.00'],
      ]);
      expect((await rewrite(bytes)).equals(bytes)).toBe(true);
    }
  });

  test('a character of GBK that is a Latin one in UTF-8 is no sign of UTF-8', async () => {
    expect((await read(encodeGb18030('姓名,身份证号\n某某,1\n某,2\n某某某,3\n'))).cells[1]).toEqual(['某某', '1']);
  });

  test('a long file is found to be GB 18030 by its last bytes', async () => {
    const text = `name,ID number\n${'Zhang,1\n'.repeat(40_000)}吕秀珍,${ID}\n`;
    const { described, cells } = await read(encodeGb18030(text));
    expect(described).toContain('GB18030');
    expect(cells.at(-1)).toEqual(['吕秀珍', ID]);
    expect(cells).toHaveLength(40_002);
  });

  test('a character cut in two by the pieces the file is read in', async () => {
    const text = `姓名,身份证号\n${Array.from({ length: 30_000 }, (_, at) => `${'a'.repeat(at % 7)}吕秀珍,${at}\n`).join('')}`;
    for (const bytes of [Buffer.from(text), encodeGb18030(text)]) {
      const names = (await read(bytes)).cells.slice(1).map(([name]) => String(name));
      expect(names.filter((name) => !/^a{0,6}吕秀珍$/.test(name))).toEqual([]);
      expect(names).toHaveLength(30_000);
    }
  });

  test.each<[string, Buffer, RegExp]>([
    ['UTF-16', Buffer.from('\ufeff姓名\t身份证号\n', 'utf16le'), /UTF-16/],
    ['damaged UTF-8 with a mark', Buffer.concat([Buffer.from(`\ufeff${LIST}`), Buffer.from([0xff, 0x0a])]), /damaged/],
    ['damaged UTF-8', Buffer.concat([Buffer.from(LIST), Buffer.from([0xe5, 0x90, 0x2c, 0x0a])]), /damaged/],
    ['another encoding', Buffer.from([0xff, 0xc3, 0xfb, 0xff, 0xd5, 0xff, 0xff]), /neither in UTF-8 nor/],
    ['no text', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), /neither a text table/],
  ])('%s is refused, never garbled', async (_, bytes, message) => {
    await expect(openCsv(file(bytes))).rejects.toThrow(message);
  });

  test('the damaged file would have been read as GB 18030, with other names: the control', () => {
    const damaged = Buffer.concat([Buffer.from(LIST), Buffer.from([0xe5, 0x90, 0x2c, 0x0a])]);
    const garbled = new TextDecoder('gb18030').decode(damaged);
    expect(garbled).not.toContain('吕秀珍');
  });

  test('a quotation mark that nothing closes says in which row, and quotes nothing', async () => {
    const sheet = await openCsv(file(`姓名,身份证号\n吕秀珍,${ID}\n"周文斌,${'秘密\n'.repeat(60_000)}`));
    const read = async () => {
      for await (const _ of sheet.rows());
    };
    const refused = await read().catch((error: unknown) => error as Error);
    expect(String(refused)).toMatch(/row 3/);
    expect(String(refused)).not.toContain('秘密');
  });
});

describe('the result', () => {
  const of = (row: number) => (row === 1 ? ['查询结果', '以往受助'] : row === 2 ? ['已查询', '是'] : row === 3 ? ['重复', ''] : undefined);

  test('has its columns below their heading whatever the row’s length', async () => {
    const text = `姓名,身份证号\n吕秀珍,${ID},多\n周\n\n合计\n`;
    const written = await rewrite(encodeGb18030(text), { of, place: 3, columns: 2 });
    expect(new TextDecoder('gb18030').decode(written)).toBe(
      `姓名,身份证号,,查询结果,以往受助\n吕秀珍,${ID},多,已查询,是\n周,,,重复,\n\n合计\n`,
    );
  });

  test('holds no cell that a spreadsheet would run, in original columns either', async () => {
    const evil = ['=1+1', "=cmd|' /C calc'!A0", '＝HYPERLINK("http://x")', '@SUM(A1)', '+1+2', '-1+2', '\tx', 'a;=1+1'];
    const text = `姓名,身份证号\n${evil.map((cell) => `"${cell.replaceAll('"', '""')}",${ID}\n`).join('')}`;
    const written = (await rewrite(text)).toString();
    const first = written.split('\n').slice(1, -1);
    for (const line of first) expect(line).toMatch(/^"?('|a;)/);
    // Read with another delimiter no cell begins there either: what holds one is in quotes.
    expect(first.at(-1)).toBe(`"a;=1+1",${ID}`);
    // The control: the same cells stand in the input as a program would run them.
    const read = text.split('\n').slice(1, -1);
    expect(read.filter((line) => /^"?[=@+\-＝\t]/.test(line))).toHaveLength(7);
  });
});
