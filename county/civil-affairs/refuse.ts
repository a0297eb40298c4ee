import type { Day } from '../calendar.js';
import type { County } from '../county.js';
import type { Random } from '../random.js';
import type { KnownHousehold } from './enter-household.js';
import { recordEconomicCheck } from './record-economic-check.js';
import { recordReferral } from './record-referral.js';

/** Days within which a refused applicant is passed on. */
export const REFERRAL_DAYS = 10;

/** Refuses a household's application and passes every adult on to a charity in time, unless they do not agree: nobody is missed. */
export function refuseAndRefer(county: County, random: Random, known: KnownHousehold, day: Day): void {
  const { civil, asOf } = county;
  const adults = recordEconomicCheck(random, civil, known, { day, conclusion: '不符合' });
  const consent = random.chance(0.85) ? '同意' : '不同意';
  const after = random.integer(0, REFERRAL_DAYS - 2);
  for (const adult of adults) {
    const referred = (adult.reported ?? asOf) + after;
    if (referred <= asOf) recordReferral(random, civil, known, adult, { day: referred, consent });
  }
}
