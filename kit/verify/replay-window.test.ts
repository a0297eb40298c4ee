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

test('a clock that goes back a little forgets nothing', () => {
  const window = new ReplayWindow();
  const turn = Math.ceil(1_700_000_000 / 65) * 65 - 1_700_000_000;
  expect(window.admit('one', at(turn - 2))).toBe(true);
  expect(window.admit('two', at(turn + 2))).toBe(true);
  for (const seconds of [turn - 1, turn + 3, turn - 1]) {
    expect([window.admit('one', at(seconds)), window.admit('two', at(seconds))]).toEqual([false, false]);
  }
});
