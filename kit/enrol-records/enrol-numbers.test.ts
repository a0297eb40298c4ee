import { expect, test } from '@jest/globals';
import { enrolNumbers, type NamedNumber } from './enrol-numbers.js';

test('spellings of one number are one person; a number that cannot be one is never sent', async () => {
  const sent: string[] = [];
  const stored: NamedNumber[] = [];
  const count = await enrolNumbers(
    ['11010519491231002x', '11010519491231002X', '110105491231002', '１１０１０５１９４９１２３１００２Ｘ', '110105194912310021', 'abc'],
    async (ids) => {
      sent.push(...ids);
      return ids.map((id) => `ref of ${id}`);
    },
    async (named) => {
      stored.push(...named);
    },
  );
  expect(sent).toEqual(['11010519491231002X']);
  expect(count).toEqual({ enrolled: 1, unreadable: 2 });
  expect(stored.map((entry) => entry.ref)).toEqual(Array(4).fill('ref of 11010519491231002X'));
});
