import { enterHousehold } from '../civil-affairs/enter-household.js';
import { type Conclusion, recordEconomicCheck } from '../civil-affairs/record-economic-check.js';
import { recordReferral } from '../civil-affairs/record-referral.js';
import { REFERRAL_DAYS } from '../civil-affairs/refuse.js';
import type { County } from '../county.js';
import type { Random } from '../random.js';
import { checkRow, referralRow } from './rows.js';
import { settleKind } from './settle-planted.js';
import type { Planted, Scenario } from './truth.js';

interface Refusal {
  readonly ago: readonly [min: number, max: number];
  readonly conclusion?: Conclusion;
  /** Days from the report to the referral; none when missing. */
  readonly referred?: readonly [min: number, max: number];
  readonly consent?: '同意' | '不同意';
}

function refuse(county: County, random: Random, refusal: Refusal): Planted {
  const household = settleKind(county, random, random.pick(['COUPLE', 'ELDER_COUPLE']));
  const known = enterHousehold(random, county.civil, household);
  const day = county.asOf - random.integer(...refusal.ago);
  const conclusion = 'conclusion' in refusal ? refusal.conclusion : '不符合';
  const adults = recordEconomicCheck(random, county.civil, known, { day, conclusion });
  const { referred, consent = '同意' } = refusal;
  const after = referred && random.integer(...referred);
  const referrals = adults.flatMap((adult) =>
    after === undefined || adult.reported === undefined
      ? []
      : [referralRow(recordReferral(random, county.civil, known, adult, { day: adult.reported + after, consent }))],
  );
  return { persons: adults.map(({ person }) => person), rows: [...adults.map(({ check_no }) => checkRow(check_no)), ...referrals] };
}

/** Refused by civil affairs and not passed on to a charity (M7), and what only looks like it. */
export const REFUSAL_SCENARIOS: readonly Scenario[] = [
  {
    label: 'refused-and-not-referred',
    rule: 'M7',
    expected: 'MISSED',
    note: { zh: '核对不符合,未转介慈善', en: 'Refused by civil affairs, and not passed on to a charity' },
    plant: (county, random) => refuse(county, random, { ago: [60, 600] }),
  },
  {
    label: 'refused-and-referred-late',
    rule: 'M7',
    expected: 'MISSED',
    note: { zh: '核对不符合,逾期才转介', en: 'Refused, and passed on only after the ten days' },
    plant: (county, random) => refuse(county, random, { ago: [90, 600], referred: [REFERRAL_DAYS + 3, 40] }),
  },
  {
    label: 'refused-and-referred',
    rule: 'M7',
    expected: 'NO_FINDING',
    note: { zh: '核对不符合,十日内转介慈善', en: 'Refused, and passed on to a charity within ten days' },
    plant: (county, random) => refuse(county, random, { ago: [60, 600], referred: [0, REFERRAL_DAYS] }),
  },
  {
    label: 'refused-and-declined',
    rule: 'M7',
    expected: 'NO_FINDING',
    note: { zh: '核对不符合,本人不同意转介', en: 'Refused; the person did not agree to be passed on' },
    plant: (county, random) => refuse(county, random, { ago: [60, 600], referred: [0, 8], consent: '不同意' }),
  },
  {
    label: 'refused-just-now',
    rule: 'M7',
    expected: 'NO_FINDING',
    note: { zh: '刚作出不符合结论,转介期限未满', en: 'Refused within the last ten days: there is still time' },
    plant: (county, random) => refuse(county, random, { ago: [13, 13] }),
  },
  {
    label: 'alert-is-no-refusal',
    rule: 'M7',
    expected: 'NO_FINDING',
    note: { zh: '核对结论为预警,尚未作出不符合决定', en: 'The check ended with an alert, which is no refusal' },
    plant: (county, random) => refuse(county, random, { ago: [60, 600], conclusion: '预警' }),
  },
];
