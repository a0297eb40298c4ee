import type { Day } from '../calendar.js';
import { drawDisease } from '../charity/diseases.js';
import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';

/** Why a person has a large bill: aid or a campaign that came of it. */
export interface Need {
  readonly admitted: Day;
  readonly settled: Day;
  /** Fen: at least this was left to the person. */
  readonly burden: number;
  readonly code: string;
}

/** What is left of a bill exceeds what comes in for it by this factor at least. */
const AMPLE = 1.3;
const AGE_FOR_DRAWING = 50;
const LONGEST_STAY = 16;
const FRACTURE = 'S82.2';

/**
 * The stay behind something that happened on a day: settled some days before, or where the records do not reach back so far, uploaded
 * late, after it. Admitted before it in any case.
 */
export function stayBehind(county: County, random: Random, day: Day): Pick<Need, 'admitted' | 'settled'> {
  const settled = day - random.integer(3, 12);
  const nights = random.integer(5, LONGEST_STAY);
  if (settled >= county.settlementsFrom) return { admitted: settled - nights, settled };
  return { admitted: day - nights, settled: Math.min(county.insuranceAsOf, county.settlementsFrom + random.integer(12, 40)) };
}

/**
 * The bills behind a person's aid for illness or accident, as far as the insurance's records reach back: nobody but the planted has
 * more aid than the bills around it left open.
 */
export function needsOfAid(county: County, random: Random, person: Person): Need[] {
  const { aids } = county.diaries.of(person);
  return aids
    .filter(({ forBills, day }) => forBills && day >= county.settlementsFrom - LONGEST_STAY)
    .map((aid) => ({
      ...stayBehind(county, random, aid.day),
      burden: Math.round(100 * AMPLE * aid.amount),
      code: aid.code ?? (aid.illness ? drawDisease(random, AGE_FOR_DRAWING, person.sex).code : FRACTURE),
    }));
}
