import type { KnownState } from '../../../schema/vocabulary/known-states.js';
import type { PayerLayer } from '../../../schema/vocabulary/payer-layers.js';
import type { Aid, Bill } from '../released/facts.js';
import { kindsOf } from '../released/kinds-of-source.js';
import type { Source } from '../released/source.js';
import { isWithin, type Period } from '../values/day-span.js';
import { leftOf, type Money, NOTHING, orNothing, sum, UNKNOWN } from '../values/money.js';
import { INSURANCE_SIDE, shareOf } from './insurance-side.js';
import { jointState, stateOf } from './known-state.js';
import { LAYER_OF_KIND, type Payment, paidInto, paymentOf } from './payments.js';

/** What one source put into a layer. */
export interface LayerPart {
  readonly source: string;
  readonly state: KnownState;
  readonly asOf: string | null;
  readonly amount: Money;
}

/** One layer, in the county's order. */
export interface Layer {
  readonly layer: PayerLayer;
  readonly state: KnownState;
  readonly amount: Money;
  /** What is left of the bills after this layer and all before it. */
  readonly left: Money;
  readonly parts: readonly LayerPart[];
}

/** From the bills of a period to what remains of them. */
export interface WaterfallSums {
  readonly bills: LayerPart;
  readonly layers: readonly Layer[];
  readonly gap: Money;
  readonly gapState: KnownState;
}

/**
 * What the bills of `period` came to, what each layer paid and what is left, in fen. Sound: whatever was banded, withheld or not
 * answered, the true amounts lie inside. Bills count by the day they were settled, aid by the days it was paid, whatever it was
 * given for: it works on hardship, not on a bill. Aid is set against the bills once, however many layers it may belong to.
 */
export function computeWaterfall(
  { bills, aid }: { readonly bills: Source<Bill>; readonly aid: readonly Source<Aid>[] },
  period: Period,
  order: readonly PayerLayer[],
): WaterfallSums {
  const billed = (share: (bill: Bill) => Money) =>
    bills.state !== 'ANSWERED'
      ? UNKNOWN
      : sum(
          bills.items.map((bill) => {
            const within = isWithin(bill.settled, period);
            return within === 'YES' ? share(bill) : within === 'NO' ? NOTHING : orNothing(share(bill));
          }),
        );
  const payments = new Map(aid.map((source) => [source, source.items.map((item) => paymentOf(item, period))]));
  const paidBy = (layers: ReadonlySet<PayerLayer>): Money =>
    sum([
      ...INSURANCE_SIDE.filter((layer) => layers.has(layer)).map((layer) => billed(shareOf(layer) as (bill: Bill) => Money)),
      ...aid.map((source) => givenBy(source, payments.get(source) ?? [], layers)),
    ]);

  const total = partOf(
    bills,
    billed(({ total }) => total),
  );
  const layers = order.map((layer, at): Layer => {
    const share = shareOf(layer);
    const only = new Set([layer]);
    const parts = share
      ? [partOf(bills, billed(share))]
      : aid.filter((source) => givesInto(source, only)).map((source) => partOf(source, givenBy(source, payments.get(source) ?? [], only)));
    return {
      layer,
      state: jointState(parts.map(({ state }) => state)),
      amount: sum(parts.map(({ amount }) => amount)),
      left: leftOf(total.amount, paidBy(new Set(order.slice(0, at + 1)))),
      parts,
    };
  });
  const gap = leftOf(total.amount, paidBy(new Set(order)));
  return { bills: total, layers, gap, gapState: jointState([total.state, ...layers.map(({ state }) => state)]) };
}

const partOf = (source: Source<unknown>, amount: Money): LayerPart => ({
  source: source.source,
  state: stateOf(source, amount),
  asOf: source.asOf,
  amount,
});

const givesInto = ({ source }: Source<Aid>, layers: ReadonlySet<PayerLayer>): boolean =>
  kindsOf(source).some((kind) => layers.has(LAYER_OF_KIND[kind] as PayerLayer));

function givenBy(source: Source<Aid>, payments: readonly Payment[], layers: ReadonlySet<PayerLayer>): Money {
  if (source.state === 'ANSWERED') return paidInto(payments, layers);
  return givesInto(source, layers) ? UNKNOWN : NOTHING;
}
