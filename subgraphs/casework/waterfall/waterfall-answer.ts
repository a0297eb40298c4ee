import type { Bill } from '../released/facts.js';
import type { Waterfall, WaterfallPart } from '../types/waterfall.js';
import { dateOf } from '../values/day-span.js';
import { amountOf } from '../values/money.js';
import type { BillWaterfall } from './bill-waterfall.js';
import type { LayerPart, WaterfallSums } from './compute-waterfall.js';

/** The waterfall of one person as the contract tells it. */
export function waterfallAnswer(
  sums: WaterfallSums,
  bills: readonly BillWaterfall[] | null,
  { from, to, orderVersion }: { readonly from: number; readonly to: number; readonly orderVersion: string },
): Waterfall {
  return {
    ...{ from: dateOf(from), to: dateOf(to), orderVersion, total: partAnswer(sums.bills) },
    layers: sums.layers.map(({ layer, state, amount, left, parts }) => ({
      ...{ layer, state, amount: amountOf(amount), left: amountOf(left), parts: parts.map(partAnswer) },
    })),
    ...{ gap: amountOf(sums.gap), gapState: sums.gapState, bills: bills?.map(billAnswer) ?? null },
  };
}

const partAnswer = ({ source, state, asOf, amount }: LayerPart): WaterfallPart => ({ source, state, asOf, amount: amountOf(amount) });

function billAnswer({ bill, layers }: BillWaterfall) {
  const { record, total, left }: Bill = bill;
  const shares = layers.map(({ layer, state, amount }) => ({ layer, state, amount: amountOf(amount) }));
  return { id: record.id, settledOn: record.settledOn, total: amountOf(total), shares, left: amountOf(left) };
}
