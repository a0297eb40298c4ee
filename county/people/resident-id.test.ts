import { describe, expect, test } from '@jest/globals';
import { dayOf } from '../calendar.js';
import { checkCharacter, legacyNumber, ResidentIds } from './resident-id.js';

describe('resident ID numbers', () => {
  test('the check character of the well-known example', () => expect(checkCharacter('11010519491231002')).toBe('X'));
  test('the legacy number drops century and check', () => expect(legacyNumber('11010519491231002X')).toBe('110105491231002'));

  test('none twice, men odd, women even, five hundred a day', () => {
    const ids = new ResidentIds();
    const birth = dayOf(1971, 3, 9);
    const women = Array.from({ length: 500 }, () => ids.issue('999001', birth, 'F'));
    const men = Array.from({ length: 500 }, () => ids.issue('999001', birth, 'M'));
    expect(new Set([...women, ...men]).size).toBe(1_000);
    expect(women.filter((id) => Number(id[16]) % 2 === 1)).toEqual([]);
    expect(men.filter((id) => Number(id[16]) % 2 === 0)).toEqual([]);
    expect(() => ids.issue('999001', birth, 'F')).toThrow('no number left');
  });

  test('a region that may be real is refused', () => {
    expect(() => new ResidentIds().issue('331122', dayOf(1971, 3, 9), 'F')).toThrow('real region');
  });
});
