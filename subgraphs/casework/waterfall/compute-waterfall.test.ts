import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fenOf } from '../../../schema/values/amount.js';
import type { PayerLayer } from '../../../schema/vocabulary/payer-layers.js';
import { inForce } from '../county-file.js';
import { anyReleases, anyWorld, RELEASE_ALL, released, TODAY, type World } from '../released/world.testing.js';
import { monthsBefore, periodOf } from '../values/day-span.js';
import { exactly, type Money } from '../values/money.js';
import { computeWaterfall } from './compute-waterfall.js';
import { PAYER_ORDER_TEXT, readPayerOrder } from './payer-order.js';

const FROM = monthsBefore(TODAY, 12) + 1;
const PERIOD = periodOf(FROM, TODAY);
const ORDER = inForce(readPayerOrder(PAYER_ORDER_TEXT), '999001', '2026-11-05')?.order as readonly PayerLayer[];
const holds = ({ min, max }: Money, fen: bigint) => min <= fen && (max === null || fen <= max);
const clip = (fen: bigint) => (fen < 0n ? 0n : fen);

/** The true sums, from raw records, by nothing but addition; records without day or amount are drawn as `unread`. */
function truth(world: World, order: readonly PayerLayer[], unread: { readonly day: string; readonly fen: bigint }) {
  const dayIn = (date: string | null | undefined) => {
    const day = Date.parse(`${date ?? unread.day}T00:00:00Z`) / 86_400_000;
    return day >= FROM && day <= TODAY;
  };
  const fen = (amount: { min: string } | null) => (amount === null ? unread.fen : fenOf(amount.min));
  const paid = new Map<PayerLayer, bigint>(order.map((layer) => [layer, 0n]));
  const pay = (layer: PayerLayer, much: bigint) => paid.set(layer, (paid.get(layer) ?? 0n) + much);
  let bills = 0n;
  for (const bill of world.settlements.filter(({ settledOn }) => dayIn(settledOn))) {
    bills += fen(bill.total);
    pay('BASIC_INSURANCE', fen(bill.basicInsurance));
    pay('CRITICAL_ILLNESS', fen(bill.criticalIllness));
    pay('OTHER_FUNDS', fen(bill.otherFunds));
    pay('MEDICAL_ASSISTANCE', fen(bill.medicalAssistance));
    pay('COMMERCIAL', fen(bill.commercialInPolicy) + fen(bill.commercialOutside));
  }
  const layers: Partial<Record<string, PayerLayer>> = {
    TEMPORARY_ASSISTANCE: 'DEPARTMENTS',
    RED_CROSS_AID: 'DEPARTMENTS',
    REHABILITATION_AID: 'DEPARTMENTS',
    CHARITABLE_AID: 'CHARITY',
    SPECIAL_FUND_GRANT: 'SPECIAL_FUND',
    CROWDFUNDING: 'CROWDFUNDING',
  };
  for (const aid of Object.values(world.aid).flat()) {
    const layer = layers[aid.kind ?? ''];
    // What was paid over many days is all paid on its first or on its last: either way it must lie inside.
    if (layer && dayIn(unread.fen % 2n === 0n ? aid.grantedOn : aid.lastPaidOn)) pay(layer, fen(aid.amount));
  }
  const all = [...paid.values()].reduce((one, other) => one + other, 0n);
  return { bills, paid, gap: clip(bills - all) };
}

describe('whatever is released, the true amounts lie inside', () => {
  test('bills, every layer, what each leaves, and the gap, in any order of payers', () => {
    const unread = fc.record({ day: fc.constantFrom('2026-10-01', '2024-01-01'), fen: fc.bigInt({ min: 0n, max: 1_000_000n }) });
    const order = fc.shuffledSubarray([...ORDER], { minLength: ORDER.length });
    fc.assert(
      fc.property(anyWorld, anyReleases, order, unread, (world, releases, shuffled, unreadAs) => {
        const sums = computeWaterfall(released(world, releases), PERIOD, shuffled);
        const real = truth(world, shuffled, unreadAs);
        let left = real.bills;
        for (const { layer, amount, left: after } of sums.layers) {
          left -= real.paid.get(layer) ?? 0n;
          if (!holds(amount, real.paid.get(layer) ?? 0n) || !holds(after, clip(left))) return false;
        }
        return holds(sums.bills.amount, real.bills) && holds(sums.gap, real.gap);
      }),
      { numRuns: 1_000 },
    );
  });

  test('with everything released and nothing unread, they are exact', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const records = Object.values(world.aid).flat();
        fc.pre(records.every(({ amount, grantedOn, lastPaidOn }) => amount !== null && grantedOn !== null && grantedOn === lastPaidOn));
        const sums = computeWaterfall(released(world, RELEASE_ALL), PERIOD, ORDER);
        const real = truth(world, ORDER, { day: '', fen: 0n });
        expect([sums.gap, sums.gapState]).toEqual([exactly(real.gap), 'KNOWN']);
        for (const { layer, amount } of sums.layers) expect(amount).toEqual(exactly(real.paid.get(layer) ?? 0n));
      }),
    );
  });
});
