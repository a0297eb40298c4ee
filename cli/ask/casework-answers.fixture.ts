import type { Amount } from '../../schema/types/amount.js';
import type { FindingsAnswer, PartAnswer, WaterfallAnswer } from './casework-answers.js';

const exactly = (yuan: string) => ({ min: yuan, max: yuan });
const part = (source: string, state: string, amount: Amount, asOf: string | null) => ({ source, state, asOf, amount });
const layer = (name: string, amount: Amount, left: Amount, parts: readonly PartAnswer[]) => ({
  ...{ layer: name, amount, left, parts },
  state: new Set(parts.map(({ state }) => state)).size === 1 ? (parts[0]?.state as string) : 'IN_PART',
});

/** A waterfall holding a layer of every state. */
export const waterfall: WaterfallAnswer = {
  from: '2025-11-06',
  to: '2026-11-05',
  total: part('medical-insurance', 'KNOWN', exactly('52000.00'), '2026-10-31T10:00:00Z'),
  layers: [
    layer('BASIC_INSURANCE', exactly('30000.00'), exactly('22000.00'), [
      part('medical-insurance', 'KNOWN', exactly('30000.00'), '2026-10-31T10:00:00Z'),
    ]),
    layer('CRITICAL_ILLNESS', exactly('0.00'), exactly('22000.00'), [
      part('medical-insurance', 'KNOWN', exactly('0.00'), '2026-10-31T10:00:00Z'),
    ]),
    layer('DEPARTMENTS', { min: '2000.00', max: null }, { min: '0.00', max: '20000.00' }, [
      part('civil-affairs', 'IN_PART', { min: '2000.00', max: '4999.99' }, '2026-10-31T10:00:00Z'),
      part('red-cross', 'WITHHELD', { min: '0.00', max: null }, '2026-10-31T10:00:00Z'),
      part('disabled-persons', 'KNOWN', exactly('0.00'), '2026-10-31T10:00:00Z'),
    ]),
    layer('CHARITY', { min: '0.00', max: null }, { min: '0.00', max: '20000.00' }, [
      part('charity-federation', 'NOT_ANSWERED', { min: '0.00', max: null }, null),
    ]),
    layer('CROWDFUNDING', exactly('1500.00'), { min: '0.00', max: '18500.00' }, [
      part('crowdfunding', 'LATE', exactly('1500.00'), '2026-08-01T10:00:00Z'),
    ]),
    layer('SPECIAL_FUND', { min: '0.00', max: null }, { min: '0.00', max: '18500.00' }, [
      part('charity-federation', 'WITHHELD', { min: '0.00', max: null }, '2026-10-31T10:00:00Z'),
    ]),
  ],
  gap: { min: '0.00', max: '18500.00' },
  gapState: 'IN_PART',
};

/** A finding, and a rule that cannot say no for each reason. */
export const findings: FindingsAnswer = {
  items: [{ rule: 'M2', certainty: 'CERTAIN', sentence: { zh: '请县医疗保障局核实。', en: 'The bureau should check.' } }],
  undecided: [
    {
      rule: 'D7',
      lacks: [
        { source: 'red-cross', reason: 'WITHHELD' },
        { source: 'charity-federation', reason: 'NOT_ANSWERED' },
        { source: 'civil-affairs', reason: 'COARSE' },
      ],
    },
  ],
};
