import { ageOn } from '../calendar.js';
import type { County } from '../county.js';
import { insurePerson } from '../medical-insurance/insure-person.js';
import type { Household } from '../people/person.js';
import { Random } from '../random.js';
import { CAMPAIGN_SHARE, CAMPAIGN_YEARS, INSURED_SHARE, RED_CROSS_SHARE } from '../rates.js';
import { addCampaign } from './add-campaign.js';
import { addCare } from './add-care.js';
import { addDisability } from './add-disability.js';
import { addRedCross } from './add-red-cross.js';
import { needsOfAid } from './need.js';

/**
 * Adds what the insurance, the Red Cross, the disabled persons' federation and the platform know of a household whose statuses and aids
 * stand in its diaries. The bills come last: they are large enough for everything that came of them.
 */
export function addPeopleRecords(county: County, household: Household): void {
  const random = new Random(county.seed, 'records', household.id);
  const registered = household.members.filter(({ idNumber }) => idNumber);
  const hardship = household.members.some((person) => county.diaries.of(person).statuses.length > 0);
  if (registered.length > 0 && random.chance(hardship ? RED_CROSS_SHARE.with : RED_CROSS_SHARE.without)) {
    addRedCross(county, random, random.pick(registered));
  }
  for (const person of household.members) {
    addDisability(county, random, person);
    const aided = needsOfAid(county, random, person);
    const campaign =
      person.idNumber && random.chance(CAMPAIGN_SHARE * CAMPAIGN_YEARS) ? addCampaign(county, random, household, person) : [];
    const needs = [...aided, ...campaign];
    const age = ageOn(person.birth, county.insuranceAsOf);
    const share = age >= 18 && age < 60 ? INSURED_SHARE.working : INSURED_SHARE.others;
    if (needs.length === 0 && county.diaries.of(person).statuses.length === 0 && !random.chance(share)) continue;
    addCare(county, random, insurePerson(county, random, person), household.village, needs);
  }
}
