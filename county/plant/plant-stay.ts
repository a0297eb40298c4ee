import type { Day } from '../calendar.js';
import type { County } from '../county.js';
import { diagnosisOf } from '../medical-insurance/diagnoses.js';
import { hospitalOf, type Level } from '../medical-insurance/hospitals.js';
import type { Insured } from '../medical-insurance/insured.js';
import { type SettledVisit, treat, type Visit } from '../medical-insurance/treat.js';
import type { Random } from '../random.js';

/** A planted bill. Amounts in whole yuan. */
export interface Stay {
  readonly code: string;
  readonly settled: Day;
  readonly total: number;
  readonly careType?: Visit['careType'];
  /** Nights before discharge. */
  readonly nights?: number;
  /** Days from discharge to settlement. */
  readonly late?: number;
  readonly level?: Level;
  readonly burdenAtLeast?: number;
  readonly outside?: number;
  readonly withoutAssistance?: true;
}

/** The visit of a planted bill. */
export function stayVisit(county: County, random: Random, stay: Stay): Visit {
  const { careType = 'INPATIENT', nights = careType === 'INPATIENT' ? 9 : 0, late = 0, level = 'SECONDARY' } = stay;
  const discharged = stay.settled - late;
  return {
    careType,
    diagnosis: diagnosisOf(stay.code),
    hospital: hospitalOf(random, level, random.pick(county.villages).town),
    admitted: discharged - nights,
    discharged,
    settled: stay.settled,
    total: Math.round(stay.total * 100),
    outside: stay.outside ?? 0.12,
    ...(stay.burdenAtLeast === undefined ? {} : { burdenAtLeast: Math.round(stay.burdenAtLeast * 100) }),
    ...(stay.withoutAssistance ? { withoutAssistance: true } : {}),
  };
}

/** Settles a planted bill. */
export const plantStay = (county: County, random: Random, insured: Insured, stay: Stay): SettledVisit =>
  treat(county, random, insured, stayVisit(county, random, stay));
