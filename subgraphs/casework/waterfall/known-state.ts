import type { KnownState } from '../../../schema/vocabulary/known-states.js';
import type { Source } from '../released/source.js';
import { isExact, type Money } from '../values/money.js';

/** How well what one source contributed is known. */
export function stateOf({ state, freshness }: Pick<Source<unknown>, 'state' | 'freshness'>, amount: Money): KnownState {
  if (state !== 'ANSWERED') return state;
  if (!isExact(amount)) return 'IN_PART';
  return freshness === 'FRESH' ? 'KNOWN' : 'LATE';
}

/** How well a sum of several is known: as all of them are, else in part; known but for being late is late. */
export function jointState(states: readonly KnownState[]): KnownState {
  const different = new Set(states);
  const [only = 'KNOWN'] = different;
  if (different.size <= 1) return only;
  return [...different].every((state) => state === 'KNOWN' || state === 'LATE') ? 'LATE' : 'IN_PART';
}
