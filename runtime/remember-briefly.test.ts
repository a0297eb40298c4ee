import { expect, test } from '@jest/globals';
import { rememberBriefly } from './remember-briefly.js';

test('one reading serves all who ask in time; a failed one serves nobody else', async () => {
  let [clock, reads] = [0, 0];
  const read = rememberBriefly(
    async () => {
      reads += 1;
      if (reads === 2) throw new Error('away');
      return reads;
    },
    100,
    () => clock,
  );
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  clock = 99;
  expect(await read()).toBe(1);
  clock = 100;
  await expect(read()).rejects.toThrow('away');
  expect(await read()).toBe(3);
});
