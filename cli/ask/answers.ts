import type { FormName } from './forms.js';

/** What one agency answers of the standard question. */
interface AgencyAnswer {
  /** The field of `Person`. */
  readonly field: string;
  /** The organisation's id. */
  readonly source: string;
  readonly form: FormName;
}

/** What agencies answer of the standard question, in the order shown. A joining agency adds its lines. */
export const ANSWERS = [
  { field: 'medicalInsuranceCover', source: 'medical-insurance', form: 'COVER' },
  { field: 'settlements', source: 'medical-insurance', form: 'SETTLEMENT' },
  { field: 'medicalInsuranceAid', source: 'medical-insurance', form: 'AID' },
  { field: 'highCostAlerts', source: 'medical-insurance', form: 'HIGH_COST_ALERT' },
  { field: 'civilAffairsStatus', source: 'civil-affairs', form: 'STATUS' },
  { field: 'civilAffairsAid', source: 'civil-affairs', form: 'AID' },
  { field: 'disabilityCard', source: 'disabled-persons', form: 'DISABILITY_CARD' },
  { field: 'disabledPersonsAid', source: 'disabled-persons', form: 'AID' },
  { field: 'redCrossAid', source: 'red-cross', form: 'AID' },
  { field: 'charityAid', source: 'charity-federation', form: 'AID' },
  { field: 'crowdfundingCampaigns', source: 'crowdfunding', form: 'CAMPAIGN' },
  { field: 'crowdfundingAid', source: 'crowdfunding', form: 'AID' },
] as const satisfies readonly AgencyAnswer[];

export type AnswerField = (typeof ANSWERS)[number]['field'];
