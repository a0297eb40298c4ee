import { ageOn, type Day } from '../calendar.js';
import type { KnownHousehold } from '../civil-affairs/enter-household.js';
import { recordTempAid } from '../civil-affairs/record-temp-aid.js';
import type { Cause } from '../civil-affairs/wordings.js';
import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import { APART, YEARS_OF_RECORDS } from '../rates.js';

const CAUSES: readonly (readonly [Cause, number])[] = [
  ['ILLNESS', 62],
  ['ACCIDENT', 14],
  ['EDUCATION', 9],
  ['OTHER', 15],
];

/** Gives temporary assistance to one of a household, seldom again a long time later. @returns who, and when. */
export function addTempAid(county: County, random: Random, known: KnownHousehold): { person: Person; days: readonly Day[] } {
  const adults = known.household.members.filter(({ birth, idNumber }) => idNumber && ageOn(birth, county.asOf) >= 18 + YEARS_OF_RECORDS);
  const person = random.pick(adults.length > 0 ? adults : known.household.members.slice(0, 1));
  const first = county.asOf - random.integer(0, YEARS_OF_RECORDS * 365 - 1);
  const again = first + APART + random.integer(0, 200);
  const days = again <= county.asOf && random.chance(0.08) ? [first, again] : [first];
  for (const day of days) recordTempAid(random, county, known, { person, cause: random.weighted(CAUSES), day });
  return { person, days };
}
