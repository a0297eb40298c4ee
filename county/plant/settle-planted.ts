import type { County } from '../county.js';
import { type Cover, insurePerson } from '../medical-insurance/insure-person.js';
import type { Insured } from '../medical-insurance/insured.js';
import type { Place } from '../people/census.js';
import { composeHousehold, type HouseholdKind } from '../people/compose-household.js';
import type { Household, Person } from '../people/person.js';
import type { Village } from '../people/places.js';
import { Random } from '../random.js';

/** Settles a planted household in a village. */
export function settlePlanted(county: County, random: Random, village: Village, places: readonly [Place, ...Place[]]): Household {
  const household = county.census.settle(random, village, places);
  county.planted.households.push(household);
  return household;
}

/** Settles a planted household of this kind somewhere. */
export const settleKind = (county: County, random: Random, kind: HouseholdKind): Household =>
  settlePlanted(county, random, random.pick(county.villages), composeHousehold(random, kind, county.asOf));

/** Enters a planted person with the insurance, once; their statuses must stand in their diary before. */
export function insurePlanted(county: County, person: Person, cover: Cover = {}): Insured {
  const known = county.planted.insured.get(person);
  if (known) return known;
  const insured = insurePerson(county, new Random(county.seed, 'insured', person.id), person, cover);
  county.planted.insured.set(person, insured);
  return insured;
}

/** Insures everybody planted who is not: nobody stands out by being in one agency's records only. They have no bills but planted ones. */
export function insureRest(county: County): void {
  for (const { members } of county.planted.households) for (const person of members) insurePlanted(county, person);
  county.planted.households.length = 0;
}
