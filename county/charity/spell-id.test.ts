import { describe, expect, test } from '@jest/globals';
import { checkCharacter } from '../people/resident-id.js';
import { Random } from '../random.js';
import { type IdSpelling, spellId } from './spell-id.js';

const ID = '99900120160530634X';
const random = new Random(3, 'spelling');

describe('how a number is typed', () => {
  test.each<[IdSpelling, string]>([
    ['PLAIN', ID],
    ['LOWER_CASE', '99900120160530634x'],
    ['FIFTEEN_DIGITS', ID],
    ['FULL_WIDTH', '９９９００１２０１６０５３０６３４Ｘ'],
    ['MISSING', ''],
  ])('%s', (spelling, expected) => expect(spellId(random, ID, spelling)).toBe(expected));

  test('only births before 2000 had fifteen digits', () => {
    expect(spellId(random, '999001195803125429', 'FIFTEEN_DIGITS')).toBe('999001580312542');
  });
  test('blanks stand around the birth date', () => expect(spellId(random, ID, 'BLANKS')).toMatch(/^999001([ \u3000])20160530(?:\1)634X$/));
  test('a typing error never has a valid checksum', () => {
    for (let index = 0; index < 200; index += 1) {
      const typed = spellId(random, ID, 'TYPING_ERROR');
      expect(typed).toHaveLength(18);
      expect(checkCharacter(typed)).not.toBe(typed[17]);
    }
  });
  test('who has no number stays without', () => expect(spellId(random, '', 'TYPING_ERROR')).toBe(''));
});
