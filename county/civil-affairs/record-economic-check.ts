import { addYears, ageOn, type Day, isoDate } from '../calendar.js';
import { yuan } from '../money.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import type { KnownHousehold } from './enter-household.js';
import type { CivilAffairsFiles } from './open-files.js';

/** How a check of a household's means ended; undefined while it is under way. */
export type Conclusion = '符合' | '不符合' | '预警' | undefined;

const ADULT = 18;

/** One adult's row of a check. */
export interface CheckedAdult {
  readonly person: Person;
  readonly check_no: string;
  /** Undefined while it is under way. */
  readonly reported: Day | undefined;
}

/** Writes a household's check: one row per adult, each of whom signed the authorisation. */
export function recordEconomicCheck(
  random: Random,
  files: CivilAffairsFiles,
  known: KnownHousehold,
  check: { readonly day: Day; readonly conclusion: Conclusion },
): readonly CheckedAdult[] {
  const file = files['economic_checks.csv'];
  const income = check.conclusion === '符合' ? random.integer(200, 1_400) : random.integer(1_700, 5_200);
  const assets = check.conclusion === '符合' ? random.integer(0, 300) * 100 : random.integer(400, 3_000) * 100;
  const untilWithdrawn = random.chance(0.5);
  const reported = check.conclusion && check.day + random.integer(4, 12);
  const report = reported
    ? {
        report_date: isoDate(reported),
        income_mon: yuan(income),
        asset_total: yuan(assets),
        conclusion: check.conclusion ?? '',
      }
    : { report_date: '', income_mon: '', asset_total: '', conclusion: '' };
  const adults = known.household.members.filter(({ birth }) => ageOn(birth, check.day) >= ADULT);
  return adults.map((person) => {
    const check_no = file.nextKey('HD');
    file.write({
      check_no,
      ...known.holder(person),
      auth_no: `SQ${isoDate(check.day).replaceAll('-', '')}${known.holder(person).resi_no}`,
      auth_bgn: isoDate(check.day),
      auth_end: untilWithdrawn ? '' : isoDate(addYears(check.day, 3)),
      ...report,
    });
    return { person, check_no, reported: reported || undefined };
  });
}
