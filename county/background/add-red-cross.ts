import { ageOn, dayOf, partsOf } from '../calendar.js';
import { diseaseOf, drawDisease } from '../charity/diseases.js';
import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import { APART, YEARS_OF_RECORDS } from '../rates.js';
import { RED_CROSS_PROJECTS } from '../red-cross/projects.js';
import { recordRedCrossGrant } from '../red-cross/record-grant.js';

const CHILD = 14;

/** Gives a person one grant of the Red Cross, unless that would come near other aid of theirs. */
export function addRedCross(county: County, random: Random, person: Person): void {
  let day = county.redCrossAsOf - random.integer(0, YEARS_OF_RECORDS * 365 - 1);
  const age = ageOn(person.birth, day);
  const heart = random.chance(0.5);
  const visit = age >= CHILD && random.chance(0.3);
  if (visit) day = dayOf(partsOf(day).year, 1, random.integer(5, 24));
  const apart = county.diaries.of(person).aids.every((aid) => Math.abs(aid.day - day) >= APART);
  if (!apart || day > county.redCrossAsOf || day < person.birth + 200) return;
  if (visit) {
    recordRedCrossGrant(random, county, { person, project: RED_CROSS_PROJECTS.visit, day });
  } else if (age < CHILD) {
    const disease = diseaseOf(heart ? random.pick(['Q21.0', 'Q21.1']) : random.pick(['C91.0', 'C92.0']));
    recordRedCrossGrant(random, county, { person, project: heart ? RED_CROSS_PROJECTS.heart : RED_CROSS_PROJECTS.leukaemia, day, disease });
  } else {
    const disease = drawDisease(random, age, person.sex);
    recordRedCrossGrant(random, county, { person, project: RED_CROSS_PROJECTS.humanitarian, day, disease });
  }
}
