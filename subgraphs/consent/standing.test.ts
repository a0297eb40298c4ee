import { expect, test } from '@jest/globals';
import { standsAt } from './standing.js';

/** Times are small and real: what is tested is which of the two ends counts. */
const LEASE = 400;
const DEADLINE = 100;
const never = () => new Promise<void>(() => undefined);
const after = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function took(applied: () => Promise<void>, sentAgo: number): Promise<number> {
  const begun = performance.now();
  await standsAt({ lastSent: 0, applied }, 1, { since: begun - sentAgo, lease: LEASE, deadline: DEADLINE }, new AbortController().signal);
  return performance.now() - begun;
}

// L(1+ρ) + D is 520.
test.each<[string, () => Promise<void>, number, number]>([
  ['acknowledged at once: D', after(0), 0, 100],
  ['acknowledged late: D after that', after(200), 0, 300],
  ['never acknowledged: L(1+ρ) + D', never, 0, 520],
  ['the last renewal was a while ago: from then', never, 300, 220],
  ['acknowledged just before the lease ends: not later than the lease', after(200), 300, 220],
  ['no lease can be left: at once', never, 1_000, 0],
])('%s', async (_, applied, sentAgo, expected) => {
  const ms = await took(applied, sentAgo);
  expect(ms).toBeGreaterThanOrEqual(expected);
  expect(ms).toBeLessThan(expected + 90);
});
