import type { County } from '../county.js';
import { Random } from '../random.js';
import { BURDEN_SCENARIOS } from './burden-scenarios.js';
import { CAMPAIGN_SCENARIOS } from './campaign-scenarios.js';
import { IDENTITY_SCENARIOS } from './identity-scenarios.js';
import { ONE_AGENCY_SCENARIOS } from './one-agency-scenarios.js';
import { OVERPAID_SCENARIOS } from './overpaid-scenarios.js';
import { RED_CROSS_SCENARIOS } from './red-cross-scenarios.js';
import { REFUSAL_SCENARIOS } from './refusal-scenarios.js';
import { SAME_PART_SCENARIOS } from './same-part-scenarios.js';
import { STATUS_SCENARIOS } from './status-scenarios.js';
import type { TruthCase } from './truth.js';
import { TWO_AGENCY_SCENARIOS } from './two-agency-scenarios.js';
import { UNASSISTED_SCENARIOS } from './unassisted-scenarios.js';

const SCENARIOS = [
  ...TWO_AGENCY_SCENARIOS,
  ...ONE_AGENCY_SCENARIOS,
  ...STATUS_SCENARIOS,
  ...IDENTITY_SCENARIOS,
  ...RED_CROSS_SCENARIOS,
  ...OVERPAID_SCENARIOS,
  ...SAME_PART_SCENARIOS,
  ...CAMPAIGN_SCENARIOS,
  ...BURDEN_SCENARIOS,
  ...UNASSISTED_SCENARIOS,
  ...REFUSAL_SCENARIOS,
];
const PEOPLE_PER_CASE = 14_000;
const MOST = 30;

/** How often every scenario is planted: once in a small county, up to thirty times in a whole one. */
export const casesFor = (people: number): number => Math.max(1, Math.min(MOST, Math.round(people / PEOPLE_PER_CASE)));

/** Plants every scenario so many times. */
export function plantCases(county: County, seed: number, times: number): readonly TruthCase[] {
  return SCENARIOS.flatMap(({ label, rule, expected, note, plant }) =>
    Array.from({ length: times }, (_, index) => {
      const { persons, rows } = plant(county, new Random(seed, 'case', label, index));
      return {
        id: `${label}-${index + 1}`,
        label,
        rule,
        expected,
        persons: persons.map(({ id, idNumber, name }) => ({ personId: id, idNumber, name })),
        rows,
        note,
      };
    }),
  );
}
