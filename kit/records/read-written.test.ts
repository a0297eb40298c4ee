import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decimalOf, fenOf } from '../../schema/values/amount.js';
import { readDate } from './read-date.js';
import { readFen } from './read-fen.js';

test.each([
  ['2024-05-17', '2024-05-17'],
  ['2024.5.17', '2024-05-17'],
  ['2024/5/7', '2024-05-07'],
  ['2024年5月17日', '2024-05-17'],
  ['20240517', '2024-05-17'],
  ['２０２４．５．１７', '2024-05-17'],
  [' 2024-05-17 08:30:00 ', '2024-05-17'],
  ['202405', '2024-05'],
  ['2024年5月', '2024-05'],
  ['2024-5', '2024-05'],
  ['2024', '2024'],
  ['2024年', '2024'],
  ['2024-02-29', '2024-02-29'],
])('the date %s is %s', (written, date) => expect(readDate(written)).toBe(date));

test.each(['', '   ', '2023-02-29', '2024-13-01', '2024-00-10', '20241', '1234567', '17.5.2024', '0024-05-17', '下周', '2024-05-17x'])(
  'the text %j is no date, and no guess is made',
  (written) => expect(readDate(written)).toBeNull(),
);

test.each([
  ['3000', '3000.00'],
  ['3000.5', '3000.50'],
  ['3,000.00', '3000.00'],
  ['3000元', '3000.00'],
  ['¥3,000', '3000.00'],
  ['￥３０００元整', '3000.00'],
  ['0.3万元', '3000.00'],
  ['1.2345万', '12345.00'],
  ['0', '0.00'],
  ['0.10', '0.10'],
])('the amount %s is %s', (written, yuan) => expect(decimalOf(readFen(written) ?? -1n)).toBe(yuan));

test.each(['', '约3000', '3000-5000', '-3000', '3.005', '三千', '1e3', '0x10', '3000 USD'])('the text %j is no amount', (written) =>
  expect(readFen(written)).toBeNull(),
);

test('what the contract writes is read back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (fen) => {
      expect(readFen(decimalOf(fen))).toBe(fenOf(decimalOf(fen)));
    }),
  );
});
