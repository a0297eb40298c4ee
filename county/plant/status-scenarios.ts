import { dayOf, partsOf } from '../calendar.js';
import { enterHousehold } from '../civil-affairs/enter-household.js';
import { recordDibao } from '../civil-affairs/record-dibao.js';
import { recordNearDibao } from '../civil-affairs/record-near-dibao.js';
import { recordRigidExpenditure } from '../civil-affairs/record-rigid-expenditure.js';
import { recordTekun } from '../civil-affairs/record-tekun.js';
import { dibaoRow, nearDibaoRow, rigidRow, tekunRow } from './rows.js';
import { settleKind } from './settle-planted.js';
import type { Scenario } from './truth.js';

/** Statuses that exclude each other: D6, and what only looks like it. */
export const STATUS_SCENARIOS: readonly Scenario[] = [
  {
    label: 'tekun-with-dibao',
    rule: 'D6',
    expected: 'DUPLICATE',
    note: { zh: '特困供养与单人低保同时发放', en: 'Tekun support and a single-person dibao paid in the same months' },
    plant: (county, random) => {
      const household = settleKind(county, random, 'ELDER');
      const person = household.members[0];
      const { civil, asOf } = county;
      const known = enterHousehold(random, civil, household);
      const begin = asOf - random.integer(500, 900);
      const dibao = recordDibao(random, county, known, { begin, member: person });
      const tekun = recordTekun(random, county, known, { begin: begin + random.integer(60, 300), person });
      return { persons: [person], rows: [dibaoRow(dibao), tekunRow(tekun)] };
    },
  },
  {
    label: 'tekun-after-dibao',
    rule: 'D6',
    expected: 'NO_FINDING',
    note: { zh: '低保上月底停发,次月起转为特困', en: 'Dibao ended with one month, tekun support began with the next' },
    plant: (county, random) => {
      const household = settleKind(county, random, 'ELDER');
      const person = household.members[0];
      const { civil, asOf } = county;
      const known = enterHousehold(random, civil, household);
      const change = dayOf(partsOf(asOf).year - random.integer(1, 2), random.integer(2, 10), 1);
      const dibao = recordDibao(random, county, known, { begin: change - random.integer(300, 900), end: change - 1, member: person });
      const tekun = recordTekun(random, county, known, { begin: change, person });
      return { persons: [person], rows: [dibaoRow(dibao), tekunRow(tekun)] };
    },
  },
  {
    label: 'rigid-with-near-dibao',
    rule: 'D6',
    expected: 'DUPLICATE',
    note: { zh: '低保边缘家庭同时被认定为刚性支出困难家庭', en: 'A near-dibao household also recognised for unavoidable expenditure' },
    plant: (county, random) => {
      const household = settleKind(county, random, 'GROWN_CHILD');
      const { civil, asOf } = county;
      const covered = household.members.length;
      const known = enterHousehold(random, civil, household, { covered: household.members });
      const near = recordNearDibao(random, county, known, { begin: asOf - random.integer(400, 900), covered });
      const rigid = recordRigidExpenditure(random, county, known, { begin: asOf - random.integer(40, 300), covered });
      return { persons: household.members, rows: [nearDibaoRow(near), rigidRow(rigid)] };
    },
  },
];
