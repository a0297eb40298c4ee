import { describe, expect, test } from '@jest/globals';
import { neutralise } from './neutralise.js';

describe('a cell that a spreadsheet could run', () => {
  test.each([
    '=1+1',
    "=cmd|' /C calc'!A0",
    '+1+1',
    '-1+1',
    '-2+3+cmd',
    '@SUM(A1:A9)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\tplain',
    ' =1+1',
    '\u3000=1+1',
    '\u200b=1+1',
    '\ufeff=1+1',
    '＝1+1',
    '＋1＋1',
    '－1－1',
    '＠SUM(A1)',
    '-',
    '+',
    '=',
    '-12.5元',
    '+86 (139)',
  ])('%j gets an apostrophe', (text) => expect(neutralise(text)).toBe(`'${text}`));

  test.each(['', '张三', '1=1', 'a-b', '-12.50', '+8613900000000', '-1,234.00', '999001195803125429', '2026-11-01', "'=1+1", '3 - 2'])(
    '%j stays as it is',
    (text) => expect(neutralise(text)).toBe(text),
  );
});
