import type { AidKind } from '../../../schema/vocabulary/aid-kinds.js';
import type { PayerLayer } from '../../../schema/vocabulary/payer-layers.js';
import type { Aid } from '../released/facts.js';
import { isWithin, type Period } from '../values/day-span.js';
import { type Money, NOTHING, orNothing, sum } from '../values/money.js';

/**
 * The layer a kind of aid pays in; null of what pays no bill. Regular allowances (dibao, near-dibao, tekun support, the two
 * disability subsidies) are meant for living and nursing month by month, are paid whether or not anybody is ill, and the law sets
 * medical assistance beside them (浙江省社会救助条例 art. 21): counting them would call a household's rice a payment for its bill.
 * Medical assistance stands in the bills themselves, so it is not counted a second time from the bureau's list of aid.
 */
export const LAYER_OF_KIND: Readonly<Record<AidKind, PayerLayer | null>> = {
  SUBSISTENCE_ALLOWANCE: null,
  NEAR_DIBAO_SUPPLEMENT: null,
  EXTREME_POVERTY_SUPPORT: null,
  DISABILITY_LIVING_ALLOWANCE: null,
  DISABILITY_NURSING_SUBSIDY: null,
  MEDICAL_ASSISTANCE: null,
  TEMPORARY_ASSISTANCE: 'DEPARTMENTS',
  RED_CROSS_AID: 'DEPARTMENTS',
  REHABILITATION_AID: 'DEPARTMENTS',
  CHARITABLE_AID: 'CHARITY',
  CROWDFUNDING: 'CROWDFUNDING',
  SPECIAL_FUND_GRANT: 'SPECIAL_FUND',
};

/** What one aid may have paid within a period. */
export interface Payment {
  readonly source: string;
  readonly amount: Money;
  /** The layers it may belong to; null among them: perhaps to none. */
  readonly layers: ReadonlySet<PayerLayer | null>;
}

/** An aid as payment within `period`; what was perhaps paid outside it is [0, x]. */
export function paymentOf({ source, amount, kinds, paid }: Aid, period: Period): Payment {
  const within = isWithin(paid, period);
  return {
    source,
    amount: within === 'YES' ? amount : within === 'NO' ? NOTHING : orNothing(amount),
    layers: new Set(kinds.map((kind) => (kind === null ? null : LAYER_OF_KIND[kind]))),
  };
}

/** What the payments put into some layers, each payment counted once. */
export const paidInto = (payments: readonly Payment[], into: ReadonlySet<PayerLayer>): Money =>
  sum(
    payments.map(({ amount, layers }) => {
      const inside = [...layers].filter((layer) => layer !== null && into.has(layer)).length;
      if (inside === 0) return NOTHING;
      return inside === layers.size ? amount : orNothing(amount);
    }),
  );
