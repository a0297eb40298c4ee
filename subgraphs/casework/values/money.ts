import { type AmountInterval, decimalOf, fenOf } from '../../../schema/values/amount.js';
import type { Certainty } from './certainty.js';

/** An interval of fen, both ends included; `max: null` is unbounded. What an amount of the contract is computed with. */
export interface Money {
  readonly min: bigint;
  readonly max: bigint | null;
}

export const NOTHING: Money = { min: 0n, max: 0n };

/** What is known of a payment nobody may say anything about. */
export const UNKNOWN: Money = { min: 0n, max: null };

/** Fen of a released amount; unknown when it was not released. */
export const moneyOf = (amount: AmountInterval | null | undefined): Money =>
  amount == null ? UNKNOWN : { min: fenOf(amount.min), max: amount.max === null ? null : fenOf(amount.max) };

/** As it travels. */
export const amountOf = ({ min, max }: Money): AmountInterval => ({
  min: decimalOf(min),
  max: max === null ? null : decimalOf(max),
});

/** Exactly so many fen. */
export const exactly = (fen: bigint): Money => ({ min: fen, max: fen });

export const isExact = ({ min, max }: Money): boolean => min === max;

/** The sum: holds every sum of what its parts may be. */
export function sum(parts: Iterable<Money>): Money {
  let min = 0n;
  let max: bigint | null = 0n;
  for (const part of parts) {
    min += part.min;
    max = max === null || part.max === null ? null : max + part.max;
  }
  return { min, max };
}

/** What `whole` leaves after `taken`, never below zero. */
export const leftOf = (whole: Money, taken: Money): Money => ({
  min: taken.max === null ? 0n : atLeastZero(whole.min - taken.max),
  max: whole.max === null ? null : atLeastZero(whole.max - taken.min),
});

/** The amount or nothing at all: of a payment that may not count. */
export const orNothing = ({ min, max }: Money): Money => ({ min: min < 0n ? min : 0n, max: max !== null && max < 0n ? 0n : max });

/** Whether `one` is more than `other`. */
export function isMore(one: Money, other: Money): Certainty {
  if (other.max !== null && one.min > other.max) return 'YES';
  return one.max !== null && one.max <= other.min ? 'NO' : 'MAYBE';
}

/** The middle of an interval; its lower end when it has no upper one. A guess that no certainty may rest on. */
export const middleOf = ({ min, max }: Money): bigint => (max === null ? min : (min + max) / 2n);

const atLeastZero = (fen: bigint): bigint => (fen < 0n ? 0n : fen);
