import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Additions, Cell } from '../sheet.js';
import { type MadeSheet, makeXlsx } from './make-xlsx.testing.js';
import { openPackage } from './open-package.js';
import { openXlsx } from './open-xlsx.js';

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aidgraph-xlsx-'));
  path = join(folder, 'list.xlsx');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [ONE, TWO] = ['999001195803125429', '999001197907026475'];
const HEADING = ['姓名', '身份证号'];

async function rowsOf(file: string, sheet?: string): Promise<Record<number, readonly Cell[]>> {
  const rows: Record<number, readonly Cell[]> = {};
  for await (const some of (await openXlsx(file, sheet)).rows()) for (const { number, cells } of some) rows[number] = cells;
  return rows;
}

async function made(sheets: readonly MadeSheet[], extra?: Record<string, string>): Promise<string> {
  await makeXlsx(path, sheets, extra);
  return path;
}

async function rewritten(additions: Additions, sheet?: string): Promise<string> {
  const out = join(folder, 'out.xlsx');
  await (await openXlsx(path, sheet)).write(out, additions);
  return out;
}

async function partsOf(file: string, names: readonly string[]): Promise<Record<string, string | undefined>> {
  const parts = await openPackage(file);
  const read = await Promise.all(
    names.map(async (name) => [name, parts.has(name) ? await text(await parts.read(name)) : undefined] as const),
  );
  parts.close();
  return Object.fromEntries(read);
}

describe('a workbook', () => {
  test('texts shared, in the cell, in runs; numbers; blank rows and cells; results of formulas', async () => {
    await made([
      {
        name: '名单',
        rows: {
          1: ['标题'],
          4: [...HEADING, '年龄'],
          5: ['吕秀珍', ONE, 68, null],
          9: [
            { inline: '周 <文斌>' },
            { xml: `<c r="B9" t="str"><f>A1&amp;"x"</f><v>${TWO}</v></c>` },
            { xml: '<c r="C9"><f>1+1</f><v>2</v></c>' },
          ],
          10: [null, null, { xml: '<c r="E10" t="b"><v>1</v></c>' }, { xml: '<c r="F10" t="e"><v>#N/A</v></c>' }],
          11: ['_x0041_\u3000甲', { xml: '<c t="n"><v>999001195803125429</v></c>' }],
        },
      },
    ]);
    expect(await rowsOf(path)).toEqual({
      1: ['标题'],
      4: [...HEADING, '年龄'],
      5: ['吕秀珍', ONE, 68],
      9: ['周 <文斌>', TWO, 2],
      10: ['', '', '', '', 'TRUE', '#N/A'],
      11: ['A\u3000甲', Number(ONE)],
    });
  });

  test('merged regions hold their value in every row and column', async () => {
    await made([
      {
        name: '名单',
        rows: {
          1: ['标题', null, null],
          2: [...HEADING, '村'],
          3: ['吕秀珍', ONE, '上塘'],
          4: [null, null, null],
          5: [null, null, '下塘'],
          6: ['周文斌', TWO],
        },
        merges: ['A1:C1', 'A3:A5', 'B3:B5', 'C3:C4'],
      },
    ]);
    expect(await rowsOf(path)).toEqual({
      1: ['标题', '标题', '标题'],
      2: [...HEADING, '村'],
      3: ['吕秀珍', ONE, '上塘'],
      4: ['吕秀珍', ONE, '上塘'],
      5: ['吕秀珍', ONE, '下塘'],
      6: ['周文斌', TWO],
    });
  });

  test('of several sheets the first visible one with a heading, else the one named', async () => {
    const sheets = [
      { name: '说明', rows: { 1: ['填表说明'] } },
      { name: '字典', hidden: true, rows: { 1: HEADING, 2: ['隐', TWO] } },
      { name: '名单', rows: { 1: HEADING, 2: ['吕秀珍', ONE] } },
      { name: '上月', rows: { 1: HEADING, 2: ['周文斌', TWO] } },
    ];
    await made(sheets);
    expect((await openXlsx(path, undefined)).described.en).toBe('XLSX, sheet 名单');
    expect((await rowsOf(path, '上月'))[2]).toEqual(['周文斌', TWO]);
    await expect(openXlsx(path, '下月')).rejects.toThrow(/说明, 字典, 名单, 上月/);
  });

  test('rows and cells that do not say where they stand', async () => {
    const rows = `<row><c t="inlineStr"><is><t>${HEADING[0]}</t></is></c><c t="inlineStr"><is><t>${HEADING[1]}</t></is></c></row><row><c><v>1</v></c></row>`;
    await made([{ name: 'x', rows: {}, top: `<sheetData>${rows}</sheetData>` }]);
    expect(await rowsOf(path)).toEqual({ 1: HEADING, 2: [1] });
  });

  test.each<[string, () => Promise<void> | void, RegExp]>([
    ['no zip', () => writeFileSync(path, 'PK\x03\x04 and nothing else'), /damaged/],
    [
      'cut off',
      async () => writeFileSync(path, readFileSync(await made([{ name: 'x', rows: { 1: HEADING } }])).subarray(0, -40)),
      /damaged/,
    ],
    ['no spreadsheet', () => makeXlsx(path, []), /damaged/],
    ['entities that expand', () => makeXlsx(path, [{ name: 'x', rows: { 1: HEADING, 2: [{ xml: '<c><v>&bomb;</v></c>' }] } }]), /damaged/],
    ['not well-formed', () => makeXlsx(path, [{ name: '甲', rows: { 1: HEADING, 2: [{ xml: '<c><v>秘密</c>' }] } }]), /damaged/],
  ])('%s is refused, and nothing of it is quoted', async (_, make, message) => {
    await make();
    const refused = await rowsOf(path).catch((error: unknown) => error as Error);
    expect(String(refused)).toMatch(message);
    expect(String(refused)).not.toContain('秘密');
  });
});

describe('the result', () => {
  const additions: Additions = {
    place: 3,
    columns: 2,
    of: (row) => ({ 2: ['查询结果', '以往受助'], 3: ['已查询', '是'], 5: ['=1+1', ''] })[row],
  };
  const list: MadeSheet = {
    name: '名 & 单',
    top: '<sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14"/><cols><col min="1" max="16384" width="20" customWidth="1"/></cols>',
    rows: {
      1: ['标题'],
      2: [...HEADING, '备注'],
      3: ['吕秀珍', ONE, '=1+1'],
      5: ['周文斌', 5, { xml: '<c r="C5"><f>HYPERLINK("http://x")</f><v>7</v></c>' }, null, null],
      6: [{ inline: "@SUM('a')" }],
    },
    merges: ['A1:C1'],
    bottom: '<hyperlinks><hyperlink ref="A3"/></hyperlinks><drawing/><tableParts/>',
  };

  test('keeps rows, cells, widths and merged regions, and has its columns behind them', async () => {
    await made([{ name: '说明', rows: { 1: ['x'] } }, list]);
    const before = await rowsOf(path);
    const out = await rewritten(additions);
    expect(await rowsOf(out)).toEqual({
      ...before,
      2: [...HEADING, '备注', '查询结果', '以往受助'],
      3: ['吕秀珍', ONE, '=1+1', '已查询', '是'],
      5: ['周文斌', 5, 7, '=1+1'],
    });
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await partsOf(out, ['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('<pane ySplit="2" topLeftCell="A3" state="frozen"/>');
    expect(sheet).toContain('<col min="1" max="3" width="20" customWidth="1"/><col min="4" max="5"');
    expect(sheet).toContain('<mergeCell ref="A1:C1"/>');
    expect((await openXlsx(out, undefined)).described.en).toBe('XLSX, sheet 名 & 单');
  });

  test('nothing in it runs, loads or leads elsewhere, original columns included; the input does', async () => {
    const evil = {
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
      'xl/vbaProject.bin': 'macro',
      'xl/connections.xml': '<connections/>',
    };
    await made([list], evil);
    const RUNS = /<(?:\w+:)?(?:f|hyperlink|drawing|tableParts|oleObject|control)[\s/>]/;
    const sheetName = 'xl/worksheets/sheet1.xml';
    const names = [...Object.keys(evil), sheetName];
    const before = await partsOf(path, names);
    expect(before[sheetName]).toMatch(RUNS);
    expect(Object.values(before)).not.toContain(undefined);

    const after = await partsOf(await rewritten(additions), names);
    expect(Object.keys(evil).filter((name) => after[name] !== undefined)).toEqual([]);
    expect(after[sheetName]).not.toMatch(RUNS);
    // A cell that begins like a formula is a cell of text: never of a type that a program would read one from.
    const cells = after[sheetName]?.match(/<c [^>]*>.*?<\/c>/g) ?? [];
    const alike = cells.filter((cell) => /<t[^>]*>[=@+-]/.test(cell));
    expect(alike.length).toBe(2);
    for (const cell of alike) expect(cell).toContain('t="inlineStr"');
    expect((await rowsOf(join(folder, 'out.xlsx')))[3]?.[2]).toBe('=1+1');
  });

  test('is the same bytes each time', async () => {
    await made([list]);
    const [one, other] = [readFileSync(await rewritten(additions)), readFileSync(await rewritten(additions))];
    expect(one.equals(other)).toBe(true);
  });
});
