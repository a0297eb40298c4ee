import { describe, expect, test } from '@jest/globals';
import { PAYER_LAYERS, type PayerLayer } from '../../../schema/vocabulary/payer-layers.js';
import { aidOf } from '../released/facts.js';
import { AID_SOURCES, RELEASE_ALL, released, TODAY, type World } from '../released/world.testing.js';
import { monthsBefore, periodOf } from '../values/day-span.js';
import { computeWaterfall } from './compute-waterfall.js';

const yuan = (amount: number) => ({ min: amount.toFixed(2), max: amount.toFixed(2) });
const aid = (kind: string, amount: number) => ({
  ...{ id: null, kind, programme: null, cause: null, diagnosis: null, amount: yuan(amount) },
  ...{ grantedOn: '2026-06-01', lastPaidOn: '2026-06-01' },
});

/** A bill of 50,000: 30,000 basic, 4,000 medical assistance, 3,000 commercial; 2,000 departments, 5,000 raised, 1,000 dibao. */
const WORLD: World = {
  settlements: [
    {
      ...{ id: null, careType: null, diagnosis: null, hospital: null, admittedOn: null, dischargedOn: null, settledOn: '2026-05-01' },
      ...{ total: yuan(50_000), inPolicy: yuan(40_000), basicInsurance: yuan(30_000), criticalIllness: yuan(0), otherFunds: yuan(0) },
      ...{ medicalAssistance: yuan(4_000), commercialInPolicy: yuan(2_000), commercialOutside: yuan(1_000) },
    },
  ],
  aid: {
    'civil-affairs': [aid('TEMPORARY_ASSISTANCE', 2_000), aid('SUBSISTENCE_ALLOWANCE', 1_000)],
    'medical-insurance': [aid('MEDICAL_ASSISTANCE', 4_000)],
    crowdfunding: [aid('CROWDFUNDING', 5_000)],
  },
  campaigns: [],
  statuses: [],
};

const STATUTE: readonly PayerLayer[] = [
  ...(['BASIC_INSURANCE', 'CRITICAL_ILLNESS', 'OTHER_FUNDS', 'MEDICAL_ASSISTANCE', 'COMMERCIAL'] as const),
  ...(['DEPARTMENTS', 'CHARITY', 'CROWDFUNDING', 'SPECIAL_FUND'] as const),
];
const moved = (layer: PayerLayer, before: PayerLayer): PayerLayer[] =>
  STATUTE.filter((entry) => entry !== layer).flatMap((entry) => (entry === before ? [layer, entry] : [entry]));

function leftAfter(order: readonly PayerLayer[]): Record<string, number> {
  const sums = computeWaterfall(released(WORLD, RELEASE_ALL), periodOf(monthsBefore(TODAY, 12) + 1, TODAY), order);
  expect(sums.layers.map(({ layer }) => layer)).toEqual(order);
  expect([sums.gap, sums.gapState]).toEqual([{ min: 600_000n, max: 600_000n }, 'KNOWN']);
  return Object.fromEntries(sums.layers.map(({ layer, left }) => [layer, Number(left.min) / 100]));
}

describe('the order of payers is data', () => {
  test('the order of the statute', () => {
    expect(leftAfter(STATUTE)).toMatchObject({
      BASIC_INSURANCE: 20_000,
      MEDICAL_ASSISTANCE: 16_000,
      COMMERCIAL: 13_000,
      CROWDFUNDING: 6_000,
    });
  });

  test('a county that lets the insurer pay before medical assistance', () => {
    expect(leftAfter(moved('COMMERCIAL', 'MEDICAL_ASSISTANCE'))).toMatchObject({ COMMERCIAL: 17_000, MEDICAL_ASSISTANCE: 13_000 });
  });

  test('a county that counts crowdfunding first', () => {
    expect(leftAfter(moved('CROWDFUNDING', 'BASIC_INSURANCE'))).toMatchObject({
      CROWDFUNDING: 45_000,
      BASIC_INSURANCE: 15_000,
      DEPARTMENTS: 6_000,
    });
  });
});

test('every layer has somebody to ask', () => {
  const { layers } = computeWaterfall(released(WORLD, RELEASE_ALL), periodOf(TODAY, TODAY), STATUTE);
  expect(Object.keys(PAYER_LAYERS).sort()).toEqual([...STATUTE].sort());
  for (const { parts } of layers) for (const { source } of parts) expect(AID_SOURCES).toContain(source);
  expect(layers.filter(({ parts }) => parts.length === 0)).toEqual([]);
});

test('a joining agency whose kinds nobody has entered may have paid in any layer, and is missing from none', () => {
  const facts = released({ ...WORLD, aid: {} }, RELEASE_ALL);
  const record = { ...aid('', 9_000), kind: null };
  const joined = { ...(facts.aid[0] as (typeof facts.aid)[0]), source: 'joining', items: [aidOf('joining', record, TODAY)] };
  const period = periodOf(monthsBefore(TODAY, 12) + 1, TODAY);
  const gap = (source: typeof joined) => computeWaterfall({ bills: facts.bills, aid: [source] }, period, STATUTE).gap;
  expect(gap(joined)).toEqual({ min: 400_000n, max: 1_300_000n });
  expect(gap({ ...joined, state: 'WITHHELD', items: [] })).toEqual({ min: 0n, max: 1_300_000n });
});
