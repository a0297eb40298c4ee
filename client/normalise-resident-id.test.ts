import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normaliseResidentId, ResidentIdError } from './normalise-resident-id.js';

const NOW = new Date('2026-01-15T00:00:00Z');
const ID = '99911219491231005X';

test.each([
  ['as it is printed', '99911219491231005X'],
  ['lower-case x', '99911219491231005x'],
  ['15-digit legacy form', '999112491231005'],
  ['full-width characters', '９９９１１２１９４９１２３１００５Ｘ'],
  ['full-width lower-case x', '９９９１１２１９４９１２３１００５ｘ'],
  ['blanks of several kinds', ' 999112\u00a01949\u30001231\t005X\n'],
  ['hyphens of several kinds', '999112-19491231–005－X'],
  ['a minus sign and a Roman ten', '999112−19491231−005Ⅹ'],
  ['invisible characters', '\ufeff999112\u200b19491231\u200e005X\u00ad'],
  ['full-width legacy form with blanks', '９９９１１２　４９１２３１　００５'],
])('one spelling for %s', (_, spelling) => {
  expect(normaliseResidentId(spelling, NOW)).toBe(ID);
});

test('the published example has a valid check character', () => {
  expect(normaliseResidentId('11010519491231002X', NOW)).toBe('11010519491231002X');
});

test.each([
  ['EMPTY', ''],
  ['EMPTY', ' \u3000\u200b'],
  ['CHARACTERS', '9991121949123100AX'],
  ['CHARACTERS', '99911219491231X02X'],
  ['CHARACTERS', '9.99112E+17'],
  ['CHARACTERS', '99911249123100X'],
  ['CHARACTERS', '９９９１１２１９４９１２３１００②X'],
  ['LENGTH', '9991121949123100'],
  ['LENGTH', '9991121949123100522'],
  ['DATE', '999112194913310029'],
  ['DATE', '999112194902300024'],
  ['DATE', '999112202702010023'],
  ['DATE', '999112180002010023'],
  ['DATE', '999112491331002'],
  ['CHECKSUM', '999112194912310021'],
  ['CHECKSUM', '99911219491231020X'],
])('%s', (problem, text) => {
  let thrown: unknown;
  try {
    normaliseResidentId(text, NOW);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ResidentIdError);
  const error = thrown as ResidentIdError;
  expect(error.problem).toBe(problem);
  const everything = `${error.message} ${JSON.stringify(error)} ${error.stack?.split('\n')[0]}`;
  if (text.length > 4) expect(everything).not.toContain(text.slice(0, 6));
});

test("born today is possible, tomorrow is not, by the county's clock", () => {
  const lateEvening = new Date('2026-01-15T17:00:00Z');
  expect(() => normaliseResidentId(withCheck('99911220260116001'), lateEvening)).not.toThrow();
  expect(() => normaliseResidentId(withCheck('99911220260117001'), lateEvening)).toThrow(ResidentIdError);
});

test('every single wrong digit and every swap of neighbours is refused or leaves the number as it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      (sequence, at, shift) => {
        const id = withCheck(`99911219730518${String(sequence).padStart(3, '0')}`);
        const wrong = `${id.slice(0, at)}${(Number(id[at]) + shift) % 10}${id.slice(at + 1)}`;
        expect(() => normaliseResidentId(wrong, NOW)).toThrow(ResidentIdError);
        const swapped = `${id.slice(0, at)}${id[at + 1]}${id[at]}${id.slice(at + 2)}`;
        if (swapped !== id) expect(() => normaliseResidentId(swapped, NOW)).toThrow(ResidentIdError);
      },
    ),
    { numRuns: 300 },
  );
});

/** The check character computed another way than in the module: by the definition of MOD 11-2 (ISO 7064 §7). */
function withCheck(body: string): string {
  let product = 0;
  for (const digit of body) product = ((product + Number(digit)) * 2) % 11;
  const check = (12 - product) % 11;
  return `${body}${check === 10 ? 'X' : check}`;
}
