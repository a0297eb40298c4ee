import { expect, test } from '@jest/globals';
import type { ResidentId } from '../../client/normalise-resident-id.js';
import { enrolNumbers, type NumberStore } from './enrol-numbers.js';

/** Numbers in memory, as a database keeps them. */
function storeOf(numbers: readonly string[]): NumberStore & { readonly refs: Map<string, string> } {
  const refs = new Map<string, string>();
  const unnamed = () => numbers.filter((number) => !refs.has(number)).sort();
  return {
    refs,
    count: async () => unnamed().length,
    next: async (after, most) =>
      unnamed()
        .filter((number) => number > after)
        .slice(0, most),
    store: async (named) => named.forEach(({ idNumber, ref }) => void refs.set(idNumber, ref)),
  };
}

/** So many readable numbers of an area that was never assigned. */
function numbersOf(count: number): string[] {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return Array.from({ length: count }, (_, at) => {
    const body = `999${String(Math.floor(at / 1000)).padStart(3, '0')}19900101${String(at % 1000).padStart(3, '0')}`;
    return body + '10X98765432'[weights.reduce((sum, weight, place) => sum + weight * Number(body[place]), 0) % 11];
  });
}

const refOf = async (ids: readonly ResidentId[]) => ids.map((id) => `ref of ${id}`);

test('a number that cannot be one is never sent', async () => {
  const numbers = storeOf(['11010519491231002X', '110105194912310021', 'abc']);
  const sent: string[] = [];
  const count = await enrolNumbers(numbers, async (ids) => {
    sent.push(...ids);
    return refOf(ids);
  });
  expect(sent).toEqual(['11010519491231002X']);
  expect(count).toEqual({ enrolled: 1, unreadable: 2 });
  expect([...numbers.refs]).toEqual([['11010519491231002X', 'ref of 11010519491231002X']]);
});

test('several batches are under way at once, each number is asked once, and the count is told', async () => {
  const numbers = storeOf([...numbersOf(4_500), 'abc']);
  const [seen, told]: [string[], number[]] = [[], []];
  let [now, most] = [0, 0];
  const enrol = async (ids: readonly ResidentId[]) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    seen.push(...ids);
    return refOf(ids);
  };
  const count = await enrolNumbers(numbers, enrol, (done, of) => told.push(done / of));
  expect(count).toEqual({ enrolled: 4_500, unreadable: 1 });
  expect(seen.toSorted()).toEqual(numbersOf(4_500).sort());
  expect(most).toBeGreaterThan(1);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

test('a run that breaks off keeps what was stored, and the next asks for the others only', async () => {
  const numbers = storeOf(numbersOf(20_000));
  let asked = 0;
  const broken = enrolNumbers(numbers, async (ids) => {
    asked += ids.length;
    if (asked > 10_000) throw new Error('away');
    return refOf(ids);
  });
  await expect(broken).rejects.toThrow('away');
  const kept = numbers.refs.size;
  expect(kept).toBe(10_000);

  const again: string[] = [];
  await enrolNumbers(numbers, async (ids) => {
    again.push(...ids);
    return refOf(ids);
  });
  expect(again).toHaveLength(20_000 - kept);
  expect(numbers.refs.size).toBe(20_000);
});
