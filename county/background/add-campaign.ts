import { ageOn, type Day } from '../calendar.js';
import { drawDisease } from '../charity/diseases.js';
import type { County } from '../county.js';
import { recordCampaign } from '../crowdfunding/record-campaign.js';
import type { Household, Person } from '../people/person.js';
import type { Random } from '../random.js';
import { CAMPAIGN_YEARS } from '../rates.js';
import { type Need, stayBehind } from './need.js';

/** What is left of the bill exceeds what was raised and given around by this factor. */
const AMPLE = 1.4;
/** Days after a campaign in which the patient is still treated for the illness; aid of that time is taken to be for the same. */
const AFTERWARDS = 180;

function organiserOf(random: Random, household: Household, patient: Person, adult: boolean) {
  const others = household.members.filter((member) => member !== patient);
  if (others.length === 0 || (adult && random.chance(0.25))) return { name: patient.name, relation: '本人' as const };
  const other = random.pick(others);
  const couple = [patient.relation, other.relation].sort().join() === '02,10';
  const relation = couple ? ('配偶' as const) : other.birth < patient.birth ? ('父母' as const) : ('子女' as const);
  return { name: other.name, relation };
}

/** The bill a campaign was opened for; of one before the insurance's records, a later stay for the same illness. */
function stayFor(county: County, random: Random, opened: Day, closed: Day): Pick<Need, 'admitted' | 'settled'> | undefined {
  const { settlementsFrom, insuranceAsOf } = county;
  if (opened >= settlementsFrom) return stayBehind(county, random, opened);
  const latest = Math.min(closed + AFTERWARDS - 2, settlementsFrom + 40);
  if (latest < settlementsFrom) return undefined;
  const settled = Math.min(insuranceAsOf, random.integer(settlementsFrom, latest));
  return { admitted: settled - random.integer(5, 16), settled };
}

/** Opens a campaign for a patient of a household. @returns the bill it was for, where the insurance's records reach back to it. */
export function addCampaign(county: County, random: Random, household: Household, patient: Person): readonly Need[] {
  const { platformAsOf } = county;
  const opened = platformAsOf - random.integer(14, CAMPAIGN_YEARS * 365);
  const closed = opened + random.integer(20, 45);
  if (opened < patient.birth + 200) return [];
  const age = ageOn(patient.birth, opened);
  const disease = drawDisease(random, age, patient.sex);
  const raised = Math.max(300, Math.round(Math.min(250_000, random.logNormal(20_000, 1.1))));
  recordCampaign(random, county, {
    patient,
    organiser: organiserOf(random, household, patient, age >= 18),
    disease,
    target: 10_000 * random.integer(10, 30),
    raised,
    opened,
    closed: closed < platformAsOf ? closed : undefined,
  });
  const { aids } = county.diaries.of(patient);
  const onTop = aids
    .filter(({ forBills, day }) => forBills && Math.abs(day - opened) <= 2 * AFTERWARDS)
    .reduce((sum, { amount }) => sum + amount, 0);
  const stay = stayFor(county, random, opened, closed);
  return stay ? [{ ...stay, burden: Math.round(100 * AMPLE * (raised + onTop)), code: disease.code }] : [];
}
