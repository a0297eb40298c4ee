import { expect, test } from '@jest/globals';
import { layOut } from './lay-out.js';
import { width } from './width.js';

test('columns line up whatever the script', () => {
  const lines = layOut([
    ['来源', '金额', '末'],
    ['Civil Affairs', '５００元', 'x'],
    ['县民政局', '10', 'x'],
  ]);
  const ends = lines.map((line) => width(line.slice(0, -1)));
  expect(new Set(ends).size).toBe(1);
  expect(lines.every((line) => line === line.trimEnd())).toBe(true);
});

test('an empty table is no line', () => {
  expect(layOut([])).toEqual([]);
});
