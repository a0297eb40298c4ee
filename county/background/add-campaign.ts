import { ageOn } from '../calendar.js';
import { drawDisease } from '../charity/diseases.js';
import type { County } from '../county.js';
import { recordCampaign } from '../crowdfunding/record-campaign.js';
import type { Household, Person } from '../people/person.js';
import type { Random } from '../random.js';
import { CAMPAIGN_YEARS } from '../rates.js';
import { LONGEST_BEFORE, type Need } from './need.js';

const AMPLE = 1.4;

function organiserOf(random: Random, household: Household, patient: Person, adult: boolean) {
  const others = household.members.filter((member) => member !== patient);
  if (others.length === 0 || (adult && random.chance(0.25))) return { name: patient.name, relation: '本人' as const };
  const other = random.pick(others);
  const couple = [patient.relation, other.relation].sort().join() === '02,10';
  const relation = couple ? ('配偶' as const) : other.birth < patient.birth ? ('父母' as const) : ('子女' as const);
  return { name: other.name, relation };
}

/** Opens a campaign for a patient of a household. @returns the bill it was opened for, where the insurance's records reach back to it. */
export function addCampaign(county: County, random: Random, household: Household, patient: Person): readonly Need[] {
  const { platformAsOf, settlementsFrom } = county;
  let opened = platformAsOf - random.integer(2, CAMPAIGN_YEARS * 365);
  const lasts = random.integer(20, 45);
  // None runs while the insurance's records begin: its bill would lie before them, and later small ones would be taken for it.
  if (opened < settlementsFrom + LONGEST_BEFORE && opened + lasts >= settlementsFrom)
    opened = settlementsFrom - lasts - random.integer(1, 60);
  if (opened < patient.birth + 200) return [];
  const age = ageOn(patient.birth, opened);
  const disease = drawDisease(random, age, patient.sex);
  const raised = Math.max(300, Math.round(Math.min(250_000, random.logNormal(20_000, 1.1))));
  const { aids } = county.diaries.of(patient);
  const onTop = aids.filter(({ illness, day }) => illness && Math.abs(day - opened) <= 100).reduce((sum, { amount }) => sum + amount, 0);
  recordCampaign(random, county, {
    patient,
    organiser: organiserOf(random, household, patient, age >= 18),
    disease,
    target: 10_000 * random.integer(10, 30),
    raised,
    opened,
    closed: opened + lasts < platformAsOf ? opened + lasts : undefined,
  });
  if (opened < settlementsFrom + LONGEST_BEFORE) return [];
  return [{ before: opened, burden: Math.round(100 * AMPLE * (raised + onTop)), code: disease.code }];
}
