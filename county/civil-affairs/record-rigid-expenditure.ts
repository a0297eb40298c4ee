import { addYears, type Day, isoDate } from '../calendar.js';
import type { Random } from '../random.js';
import type { KnownHousehold } from './enter-household.js';
import type { CivilAffairsFiles } from './open-files.js';
import { statusWordingsFor } from './wordings.js';

/** Writes a household's recognition for unavoidable expenditure, valid for twelve months. @returns the row's key. */
export function recordRigidExpenditure(
  random: Random,
  files: CivilAffairsFiles,
  known: KnownHousehold,
  grant: { readonly begin: Day; readonly covered: number },
): string {
  const file = files['rigid_expenditure.csv'];
  const card_no = file.nextKey('GX');
  file.write({
    card_no,
    ...known.holder(known.household.members[0]),
    obj_type: random.pick(statusWordingsFor('RIGID_EXPENDITURE', known.household.rural)),
    cover_cnt: String(grant.covered),
    exp_ratio: (random.integer(800, 2_400) / 10).toFixed(1),
    bgn_date: isoDate(grant.begin),
    valid_until: isoDate(addYears(grant.begin, 1) - 1),
  });
  return card_no;
}
