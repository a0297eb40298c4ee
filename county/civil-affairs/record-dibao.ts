import type { County } from '../county.js';
import { yuan } from '../money.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import { DIBAO_STANDARD } from '../rates.js';
import type { KnownHousehold } from './enter-household.js';
import { lastPaidMonth, type Term, termColumns } from './term.js';
import { statusWordingsFor } from './wordings.js';

/** Writes a subsistence allowance: for one member, or for the covered members of a household. @returns the row's key. */
export function recordDibao(
  random: Random,
  county: County,
  known: KnownHousehold,
  grant: (Term & { readonly member: Person }) | (Term & { readonly covered: number }),
): string {
  const { asOf, diaries } = county;
  const file = county.civil['dibao.csv'];
  const single = 'member' in grant;
  const card_no = file.nextKey('DB');
  const persons = single ? 1 : grant.covered;
  const share = () => random.integer(single ? 12 : 8, 22) * (DIBAO_STANDARD / 22);
  file.write({
    card_no,
    ...known.holder(single ? grant.member : known.household.members[0]),
    obj_type: random.pick(statusWordingsFor(single ? 'DIBAO_SINGLE' : 'DIBAO', known.household.rural)),
    bao_type: single ? '单人保' : '户保',
    cover_cnt: String(persons),
    mon_amt: yuan(Array.from({ length: persons }, share).reduce((sum, amount) => sum + amount, 0)),
    ...termColumns(grant, asOf),
    last_pay_ym: lastPaidMonth(grant, asOf),
  });
  for (const person of single ? [grant.member] : known.covered) {
    diaries.of(person).statuses.push({ kind: 'DIBAO', from: grant.begin, to: grant.end });
  }
  return card_no;
}
