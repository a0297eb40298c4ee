import type { Day } from '../calendar.js';
import { drawDisease } from '../charity/diseases.js';
import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';

/** Why a person has a large bill: aid or a campaign that came of it. */
export interface Need {
  /** Settled by this day. */
  readonly before: Day;
  /** Fen: at least this was left to the person. */
  readonly burden: number;
  readonly code: string;
}

/** What is left of a bill exceeds what comes in for it by this factor at least. */
const AMPLE = 1.3;
/** A bill lies at most so many days before what came of it. */
export const LONGEST_BEFORE = 40;

const AGE_FOR_DRAWING = 50;

/**
 * The bills behind a person's aid for illness, as far as the insurance's records reach back: nobody but the planted has more aid than
 * the bill it names left open.
 */
export function needsOfAid(county: County, random: Random, person: Person): Need[] {
  const { aids } = county.diaries.of(person);
  return aids
    .filter(({ illness, day }) => illness && day >= county.settlementsFrom + LONGEST_BEFORE)
    .map((aid) => ({
      before: aid.day,
      burden: Math.round(100 * AMPLE * aid.amount),
      code: aid.code ?? drawDisease(random, AGE_FOR_DRAWING, person.sex).code,
    }));
}
