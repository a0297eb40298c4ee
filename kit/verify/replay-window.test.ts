import { expect, test } from '@jest/globals';
import { ReplayWindow } from './replay-window.js';

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000);

test('a statement is admitted once for as long as it could be accepted', () => {
  const window = new ReplayWindow();
  expect(window.admit('one', at(0))).toBe(true);
  for (const seconds of [0, 1, 30, 59, 64]) expect(window.admit('one', at(seconds))).toBe(false);
  expect(window.admit('two', at(64))).toBe(true);
  expect(window.admit('one', at(3_600))).toBe(true);
});
