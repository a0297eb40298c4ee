import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AmountInterval, decimalOf, fenOf, sumAmounts, UNKNOWN_AMOUNT } from './amount.js';
import { newestPartialDate } from './partial-date.js';

const fen = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const interval = fc
  .tuple(fen, fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n })))
  .map(([min, width]): AmountInterval => ({ min: decimalOf(min), max: width === null ? null : decimalOf(min + width) }));

describe('amounts', () => {
  test('decimal text and fen are each other’s inverse', () => {
    fc.assert(fc.property(fen, (value) => fenOf(decimalOf(value)) === value));
  });

  test.each(['', '1', '1.5', '1.234', 'abc', '1,000.00', '1e3', ' 1.00'])('%j is not an amount, and is not quoted', (text) => {
    expect(() => fenOf(text)).toThrow(/^An amount is not a decimal of two places\.$/);
  });

  test('a sum holds every sum of what its parts may be', () => {
    const parts = fc.array(fc.tuple(interval, fc.bigInt({ min: 0n, max: 10n ** 12n })), { maxLength: 8 });
    fc.assert(
      fc.property(parts, (entries) => {
        const sum = sumAmounts(entries.map(([part]) => part));
        let total = 0n;
        for (const [part, above] of entries) {
          const value = fenOf(part.min) + above;
          total += part.max !== null && value > fenOf(part.max) ? fenOf(part.max) : value;
        }
        return fenOf(sum.min) <= total && (sum.max === null || total <= fenOf(sum.max));
      }),
    );
  });

  test('one unknown part leaves the sum without an upper end, and nothing at all is exactly zero', () => {
    expect(sumAmounts([{ min: '5.00', max: '5.00' }, UNKNOWN_AMOUNT])).toEqual({ min: '5.00', max: null });
    expect(sumAmounts([])).toEqual({ min: '0.00', max: '0.00' });
  });
});

test.each([
  [['2024-05', '2024-05-17', null], '2024-05'],
  [['2024', '2024-12-30'], '2024'],
  [['2023-12-31', '2024-01'], '2024-01'],
  [[null], null],
  [[], null],
])('the newest of %j is %j', (dates, newest) => {
  expect(newestPartialDate(dates)).toBe(newest);
});
