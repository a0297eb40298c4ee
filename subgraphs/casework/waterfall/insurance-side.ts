import type { PayerLayer } from '../../../schema/vocabulary/payer-layers.js';
import type { Bill } from '../released/facts.js';
import { type Money, sum } from '../values/money.js';

/** The layers that stand in a settled bill. */
export const INSURANCE_SIDE = ['BASIC_INSURANCE', 'CRITICAL_ILLNESS', 'OTHER_FUNDS', 'MEDICAL_ASSISTANCE', 'COMMERCIAL'] as const;

type InsuranceLayer = (typeof INSURANCE_SIDE)[number];

const SHARES: Readonly<Record<InsuranceLayer, (bill: Bill) => Money>> = {
  BASIC_INSURANCE: ({ basicInsurance }) => basicInsurance,
  CRITICAL_ILLNESS: ({ criticalIllness }) => criticalIllness,
  OTHER_FUNDS: ({ otherFunds }) => otherFunds,
  MEDICAL_ASSISTANCE: ({ medicalAssistance }) => medicalAssistance,
  COMMERCIAL: ({ commercialInPolicy, commercialOutside }) => sum([commercialInPolicy, commercialOutside]),
};

/** What a layer paid of a bill; undefined of a layer that no bill holds. */
export const shareOf = (layer: PayerLayer): ((bill: Bill) => Money) | undefined =>
  Object.hasOwn(SHARES, layer) ? SHARES[layer as InsuranceLayer] : undefined;
