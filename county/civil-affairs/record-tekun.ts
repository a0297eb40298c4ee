import type { County } from '../county.js';
import { yuan } from '../money.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import { TEKUN_STANDARD } from '../rates.js';
import type { KnownHousehold } from './enter-household.js';
import { lastPaidMonth, type Term, termColumns } from './term.js';
import { statusWordingsFor } from './wordings.js';

const CARE = { 全自理: 0, 半护理: 450, 全护理: 900 } as const;

/** How a person in extreme poverty is supported. */
export interface Support {
  readonly mode: '集中' | '分散';
  readonly care: keyof typeof CARE;
}

const drawSupport = (random: Random): Support => ({
  mode: random.chance(0.35) ? '集中' : '分散',
  care: random.weighted<Support['care']>([
    ['全自理', 60],
    ['半护理', 25],
    ['全护理', 15],
  ]),
});

/** Writes the support of a person in extreme poverty. @returns the row's key. */
export function recordTekun(
  random: Random,
  county: County,
  known: KnownHousehold,
  grant: Term & { readonly person: Person; readonly support?: Support },
): string {
  const { asOf, diaries } = county;
  const file = county.civil['tekun.csv'];
  const card_no = file.nextKey('TK');
  const { mode, care } = grant.support ?? drawSupport(random);
  const contrary = mode === '集中' ? '分散' : '集中';
  file.write({
    card_no,
    ...known.holder(grant.person),
    obj_type: random.pick(statusWordingsFor('TEKUN', known.household.rural).filter((wording) => !wording.includes(contrary))),
    support_mode: mode,
    care_grade: care,
    mon_amt: yuan(TEKUN_STANDARD + CARE[care]),
    ...termColumns(grant, asOf),
    last_pay_ym: lastPaidMonth(grant, asOf),
  });
  diaries.of(grant.person).statuses.push({ kind: 'TEKUN', from: grant.begin, to: grant.end });
  return card_no;
}
