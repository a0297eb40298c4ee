import type { Amount } from '../types/amount.js';
import { formatFen, parseFen } from './fen.js';

/** An interval of fen, both ends included; no `max` is unbounded. Sums of intervals hold every sum of what they hold. */
export interface AmountInterval {
  readonly min: bigint;
  readonly max: bigint | null;
}

/** What is known of an amount that was withheld: it is not negative. */
export const UNKNOWN_AMOUNT: AmountInterval = { min: 0n, max: null };

/** The interval of nothing paid. */
export const ZERO_AMOUNT: AmountInterval = { min: 0n, max: 0n };

/** Reads an `Amount` of the contract. @returns undefined for another shape, or when `min` exceeds `max`. */
export function readAmount(value: unknown): AmountInterval | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { min: low, max: high } = value as Partial<Amount>;
  const min = parseFen(low);
  const max = high === null ? null : parseFen(high);
  if (min === undefined || max === undefined || (max !== null && min > max)) return undefined;
  return { min, max };
}

/** The `Amount` of the contract for an interval. */
export const writeAmount = (interval: AmountInterval): Amount => ({
  min: formatFen(interval.min),
  max: interval.max === null ? null : formatFen(interval.max),
});

/** The sum of intervals: zero for none, unbounded as soon as one is. */
export function sumAmounts(intervals: Iterable<AmountInterval>): AmountInterval {
  let min = 0n;
  let max: bigint | null = 0n;
  for (const interval of intervals) {
    min += interval.min;
    max = max === null || interval.max === null ? null : max + interval.max;
  }
  return { min, max };
}
