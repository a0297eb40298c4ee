import type { County } from '../county.js';
import { yuan } from '../money.js';
import type { Random } from '../random.js';
import type { KnownHousehold } from './enter-household.js';
import { lastPaidMonth, type Term, termColumns } from './term.js';
import { statusWordingsFor } from './wordings.js';

/** Writes a household's near-dibao recognition, three in ten with a supplement. @returns the row's key. */
export function recordNearDibao(random: Random, county: County, known: KnownHousehold, grant: Term & { readonly covered: number }): string {
  const { asOf, diaries } = county;
  const file = county.civil['near_dibao.csv'];
  const card_no = file.nextKey('DY');
  const supplement = random.chance(0.3);
  file.write({
    card_no,
    ...known.holder(known.household.members[0]),
    obj_type: random.pick(statusWordingsFor('NEAR_DIBAO', known.household.rural)),
    cover_cnt: String(grant.covered),
    mon_amt: supplement ? yuan(random.integer(2, 6) * 50) : '',
    ...termColumns(grant, asOf),
    last_pay_ym: supplement ? lastPaidMonth(grant, asOf) : '',
  });
  for (const person of known.covered) diaries.of(person).statuses.push({ kind: 'NEAR_DIBAO', from: grant.begin, to: grant.end });
  return card_no;
}
