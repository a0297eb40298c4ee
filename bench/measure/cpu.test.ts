import { spawn } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { cpuSeconds } from './cpu.js';
import { median } from './median.js';
import { peakMemory } from './peak-memory.js';
import { childrenOf } from './process-list.js';

test('counts the CPU time of another process, and finds it by its parent', async () => {
  const child = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  try {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const first = cpuSeconds(child.pid as number);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(cpuSeconds(child.pid as number)).toBeGreaterThan(first);
    expect(peakMemory(child.pid as number)).toBeGreaterThan(10);
    expect(childrenOf(process.pid).map(({ pid }) => pid)).toContain(child.pid);
  } finally {
    child.kill('SIGKILL');
  }
  expect(cpuSeconds(2 ** 30)).toBe(0);
  expect(peakMemory(2 ** 30)).toBe(0);
});

test('the median is the middle value', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow();
});
