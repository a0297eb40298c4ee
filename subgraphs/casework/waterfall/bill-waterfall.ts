import type { KnownState } from '../../../schema/vocabulary/known-states.js';
import type { PayerLayer } from '../../../schema/vocabulary/payer-layers.js';
import type { Bill } from '../released/facts.js';
import type { Source } from '../released/source.js';
import { type DaySpan, isWithin, type Period } from '../values/day-span.js';
import type { Money } from '../values/money.js';
import { INSURANCE_SIDE, shareOf } from './insurance-side.js';
import { stateOf } from './known-state.js';

/** One bill: what it came to, who paid which part, and what the patient was left with before any aid. */
export interface BillWaterfall {
  readonly bill: Bill;
  readonly layers: readonly { readonly layer: PayerLayer; readonly state: KnownState; readonly amount: Money }[];
}

/** The bills that may have been settled within `period`, the newest first; null when there is no list of them. */
export function billWaterfalls(bills: Source<Bill>, period: Period, order: readonly PayerLayer[]): BillWaterfall[] | null {
  if (bills.state !== 'ANSWERED') return null;
  const inOrder = order.filter((layer) => (INSURANCE_SIDE as readonly PayerLayer[]).includes(layer));
  return bills.items
    .filter(({ settled }) => isWithin(settled, period) !== 'NO')
    .toSorted((one, other) => newestFirst(one.settled, other.settled))
    .map((bill) => ({
      bill,
      layers: inOrder.map((layer) => {
        const amount = shareOf(layer)?.(bill) as Money;
        return { layer, state: stateOf(bills, amount), amount };
      }),
    }));
}

// An unknown day counts as the newest; two infinite ends would give NaN.
const newestFirst = (one: DaySpan, other: DaySpan): number => (one.to === other.to ? 0 : other.to > one.to ? 1 : -1);
