import { type Day, isoDate } from '../calendar.js';
import type { Random } from '../random.js';
import type { KnownHousehold } from './enter-household.js';
import type { CivilAffairsFiles } from './open-files.js';
import type { CheckedAdult } from './record-economic-check.js';

const CHARITIES = ['慈善总会', '慈善总会', '红十字会'];

/** Writes that a refused applicant was passed on to a charity, or did not agree to it. @returns the row's key. */
export function recordReferral(
  random: Random,
  files: CivilAffairsFiles,
  known: KnownHousehold,
  { person, check_no }: CheckedAdult,
  referral: { readonly day: Day; readonly consent: '同意' | '不同意' },
): string {
  const file = files['referrals.csv'];
  const referral_no = file.nextKey('ZJ');
  file.write({
    referral_no,
    check_no,
    ...known.holder(person),
    refer_date: isoDate(referral.day),
    refer_to: random.pick(CHARITIES),
    consent: referral.consent,
  });
  return referral_no;
}
