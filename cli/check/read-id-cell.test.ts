import { describe, expect, test } from '@jest/globals';
import { endsInZeros, readIdCell } from './read-id-cell.js';
import type { Cell } from './sheet.js';

const NOW = new Date('2026-11-22T00:00:00Z');
const ID = '999001195803125429';

describe('a cell that should name a person', () => {
  test.each<[string, Cell]>([
    ['as it is', ID],
    ['kept text by an apostrophe', `'${ID}`],
    ['by a full-width apostrophe', `＇${ID}`],
    ['by ="…"', `="${ID}"`],
    ['by a tab', `\t${ID}`],
    ['blanks inside', ' 999001 19580312 5429 '],
    ['full-width', '９９９００１１９５８０３１２５４２９'],
  ])('%s', (_, cell) => expect(readIdCell(cell, NOW)).toBe(ID));

  test('lower-case x', () => expect(readIdCell('99900119411125177x', NOW)).toBe('99900119411125177X'));

  test('a number of 15 digits keeps them all: the old form', () => {
    expect(readIdCell(999001580312542, NOW)).toBe(ID);
    expect(readIdCell('999001580312542', NOW)).toBe(ID);
  });

  test.each<[string, Cell, string]>([
    ['a number of 18 digits', Number(ID), 'LOST_DIGITS'],
    ['a number with a fraction', 0.5, 'LOST_DIGITS'],
    ['what a spreadsheet shows of it', '9.99001E+17', 'LOST_DIGITS'],
    ['the same with a comma', '9,99001e17', 'LOST_DIGITS'],
    ['nothing', '', 'EMPTY'],
    ['words', '无', 'CHARACTERS'],
    ['one digit too few', ID.slice(1), 'LENGTH'],
    ['a short number', 12345, 'LENGTH'],
    ['no such day', '999001195802305429', 'DATE'],
    ['two swapped', '999001195803124529', 'CHECKSUM'],
  ])('%s: %s is %s', (_, cell, problem) => expect(readIdCell(cell, NOW)).toBe(problem));

  test('the loss of a number’s last digits is real: the control', () => {
    expect(String(Number(ID))).not.toBe(ID);
    expect(Number('999001580312542').toFixed(0)).toBe('999001580312542');
  });
});

test('zeros where a spreadsheet puts them', () => {
  expect(endsInZeros('999001195803125000')).toBe(true);
  expect(endsInZeros("'999001195803125000 ")).toBe(true);
  expect(endsInZeros(ID)).toBe(false);
  expect(endsInZeros('99900119580312500X')).toBe(false);
});
