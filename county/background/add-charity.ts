import { ageOn, type Day, dayOf, partsOf } from '../calendar.js';
import { type Disease, drawDisease } from '../charity/diseases.js';
import { PROJECTS, type Project, projectForDisease } from '../charity/projects.js';
import { recordGrant } from '../charity/record-grant.js';
import { recordSpecialFund } from '../charity/record-special-fund.js';
import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import { APART, YEARS_OF_RECORDS } from '../rates.js';

const WITH_DISEASE = 0.72;

function plan(random: Random, person: Person, day: Day): { project: Project; disease?: Disease; day: Day } {
  const age = ageOn(person.birth, day);
  if (random.chance(WITH_DISEASE)) {
    const disease = drawDisease(random, age, person.sex);
    return { disease, day, project: projectForDisease(person, disease, day) };
  }
  if (age >= 14 && age <= 22) return { project: PROJECTS.school, day };
  // The Spring Festival round goes out in January.
  if (random.chance(0.5)) return { project: PROJECTS.festival, day: dayOf(partsOf(day).year, 1, random.integer(8, 26)) };
  return { project: PROJECTS.hardship, day };
}

/** Gives a person charity grants far enough from each other and from `apartFrom`. @returns whether there was one. */
export function addGrants(county: County, random: Random, person: Person, apartFrom: readonly Day[]): boolean {
  const taken = [...apartFrom];
  const first = plan(random, person, county.charityAsOf - random.integer(0, YEARS_OF_RECORDS * 365 - 1));
  const wanted = random.weighted([
    [1, 75],
    [2, 20],
    [3, 5],
  ]);
  const times = first.project === PROJECTS.festival ? 1 : wanted;
  let given = false;
  for (let count = 0; count < times; count += 1) {
    const day = first.day + count * (APART + 20);
    const bornYet = day > person.birth;
    if (day > county.charityAsOf || !bornYet || taken.some((other) => Math.abs(other - day) < APART)) continue;
    recordGrant(random, county, { ...first, person, day });
    taken.push(day);
    given = true;
  }
  return given;
}

/** Puts a person before the special fund, unless that would come near `apartFrom`. */
export function addSpecialFund(county: County, random: Random, person: Person, apartFrom: readonly Day[]): void {
  const day = county.charityAsOf - random.integer(1, 4 * 365);
  if (day < person.birth + 200 || apartFrom.some((other) => Math.abs(other - day) < APART)) return;
  const disease = drawDisease(random, ageOn(person.birth, day), person.sex);
  recordSpecialFund(random, county, { person, disease, day });
}
