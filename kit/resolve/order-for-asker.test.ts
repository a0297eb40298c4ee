import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { newestMonthFirst, orderForAsker } from './order-for-asker.js';

const pseudonym = (id: string) => createHash('sha256').update(`asker ${id}`).digest('hex');
const order = (days: Record<string, string | null>) =>
  orderForAsker(
    Object.entries(days),
    ([, a], [, b]) => newestMonthFirst(a, b),
    ([id]) => id,
    pseudonym,
  ).map(([id]) => id);

test('the newest month first, the unknown last', () => {
  expect(order({ A: null, B: '2024', C: '2026-01-31', D: '2026-02-01' })).toEqual(['D', 'C', 'B', 'A']);
});

test('two worlds that differ in the day only have one order', () => {
  expect(order({ A: '2026-03-01', B: '2026-03-31' })).toEqual(order({ A: '2026-03-31', B: '2026-03-01' }));
});

test('another asker, another order within a month', () => {
  const ids = Array.from({ length: 20 }, (_, at) => String(at));
  const by = (asker: string) =>
    orderForAsker(
      ids,
      () => 0,
      (id) => id,
      (id) =>
        createHash('sha256')
          .update(asker + id)
          .digest('hex'),
    );
  expect(by('one')).not.toEqual(by('other'));
  expect(by('one')).not.toEqual(ids);
});
