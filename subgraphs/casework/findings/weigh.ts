import { allOf, type Certainty } from '../values/certainty.js';
import { isMore, type Money, middleOf } from '../values/money.js';

/**
 * Whether a condition holds, and for MAYBE whether what was released speaks for it. Only `certainty` carries truth; `speaksFor`
 * keeps a worklist short: what is merely not excluded is undecided, and said to be so, not reported.
 */
export interface Weighed {
  readonly certainty: Certainty;
  readonly speaksFor: boolean;
}

/** A condition without degrees: a MAYBE of it speaks for itself when `speaksFor`. */
export const weighed = (certainty: Certainty, speaksFor = true): Weighed => ({ certainty, speaksFor: certainty === 'YES' || speaksFor });

/** `one` is more than `other`; overlapping intervals speak for it when the middle of one lies above the other's. */
export const weighMore = (one: Money, other: Money): Weighed => weighed(isMore(one, other), middleOf(one) > middleOf(other));

/**
 * As `weighMore`, for the parts of one whole: the middles of their bands add up to more than the whole's all by themselves, so only
 * their lower ends speak for it.
 */
export const weighParts = (parts: Money, whole: Money): Weighed => weighed(isMore(parts, whole), parts.min > middleOf(whole));

/** All conditions together. */
export const weighAll = (parts: readonly Weighed[]): Weighed => ({
  certainty: allOf(parts.map(({ certainty }) => certainty)),
  speaksFor: parts.every(({ speaksFor }) => speaksFor),
});
