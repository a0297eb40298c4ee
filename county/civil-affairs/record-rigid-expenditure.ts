import { addYears, type Day, isoDate } from '../calendar.js';
import type { County } from '../county.js';
import type { Random } from '../random.js';
import type { KnownHousehold } from './enter-household.js';
import { statusWordingsFor } from './wordings.js';

/** Writes a household's recognition for unavoidable expenditure, valid for twelve months. @returns the row's key. */
export function recordRigidExpenditure(
  random: Random,
  county: County,
  known: KnownHousehold,
  grant: { readonly begin: Day; readonly covered: number },
): string {
  const file = county.civil['rigid_expenditure.csv'];
  const until = addYears(grant.begin, 1) - 1;
  const card_no = file.nextKey('GX');
  file.write({
    card_no,
    ...known.holder(known.household.members[0]),
    obj_type: random.pick(statusWordingsFor('RIGID_EXPENDITURE', known.household.rural)),
    cover_cnt: String(grant.covered),
    exp_ratio: (random.integer(800, 2_400) / 10).toFixed(1),
    bgn_date: isoDate(grant.begin),
    valid_until: isoDate(until),
  });
  for (const person of known.covered) county.diaries.of(person).statuses.push({ kind: 'RIGID_EXPENDITURE', from: grant.begin, to: until });
  return card_no;
}
