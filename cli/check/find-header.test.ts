import { describe, expect, test } from '@jest/globals';
import { readHeading } from './find-header.js';
import type { Cell } from './sheet.js';

const read = (...cells: Cell[]) => readHeading({ number: 3, cells });

describe('the heading of a list', () => {
  test.each<[string, Cell[], number]>([
    ['the usual names', ['序号', '姓名', '身份证号'], 2],
    ['the long name', ['身份证号码', '姓名'], 0],
    ['the statute’s name', ['姓名', '公民身份号码'], 1],
    ['any document', ['姓名', '证件类型', '证件号码'], 2],
    ['blanks inside, full-width', ['姓　名', '身 份 证 号'], 1],
    ['a mark and a remark', ['*姓名', '* 身份证号码（必填，18位）'], 1],
    ['a line end inside', ['姓名', '身份证\n号码'], 1],
    ['English', ['Name', 'ID number'], 1],
    ['English, full-width', ['Ｎａｍｅ', 'ＩＤ Ｎｏ．'], 1],
    ['whose it is', ['申请人姓名', '申请人身份证号', '监护人身份证号'], 1],
    ['the exact one before another’s', ['患者身份证号', '姓名', '身份证号'], 2],
    ['merged over two columns', ['姓名', '身份证号', '身份证号'], 1],
  ])('%s', (_, cells, id) => expect(read(...cells)).toMatchObject({ row: 3, id }));

  test.each<[string, Cell[]]>([
    ['a title', ['2026年10月慈善救助申请名单']],
    ['persons', ['张三', '999001195803125429', 5]],
    ['only the number of somebody else', ['姓名', '监护人身份证号']],
    ['nothing', []],
  ])('not %s', (_, cells) => expect(read(...cells)).toBeUndefined());

  test('two that could be meant are not chosen between', () => {
    expect(read('姓名', '身份证号', '配偶', '身份证号码')).toBe('SEVERAL');
  });

  test('the column of names is found, also when it says whose', () => {
    expect(read('申请人姓名', '身份证号')).toMatchObject({ name: 0 });
    expect(read('身份证号', '村')).toEqual({ row: 3, id: 0, name: undefined });
  });
});
