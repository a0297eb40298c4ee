import type { Person } from './types/person.js';

/** One agency whose answer priorAid merges. */
export interface PriorAidInput {
  /** The organisation's id. */
  readonly source: string;
  /** The field of `Person` that holds its AidAnswer. */
  readonly field: Exclude<keyof Person, 'caseworkKey'>;
}

/** The agencies priorAid merges, in the order they are shown. A joining agency that gives aid adds its line, and its field to Person. */
export const PRIOR_AID_INPUTS: readonly PriorAidInput[] = [
  { source: 'medical-insurance', field: 'medicalInsuranceAid' },
  { source: 'civil-affairs', field: 'civilAffairsAid' },
  { source: 'disabled-persons', field: 'disabledPersonsAid' },
  { source: 'red-cross', field: 'redCrossAid' },
  { source: 'charity-federation', field: 'charityAid' },
  { source: 'crowdfunding', field: 'crowdfundingAid' },
];

const ANSWER = '{ asOf items { id kind programme cause diagnosis amount { min max } grantedOn lastPaidOn } }';

/** What priorAid needs of the agencies, each answered and decided on its own. */
export const PRIOR_AID_REQUIRES = PRIOR_AID_INPUTS.map(({ field }) => `${field} ${ANSWER}`).join(' ');
