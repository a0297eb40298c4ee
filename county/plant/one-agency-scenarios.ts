import { dayOf, partsOf } from '../calendar.js';
import { diseaseOf } from '../charity/diseases.js';
import { PROJECTS } from '../charity/projects.js';
import { recordGrant } from '../charity/record-grant.js';
import { enterHousehold } from '../civil-affairs/enter-household.js';
import { recordTempAid } from '../civil-affairs/record-temp-aid.js';
import type { Cause } from '../civil-affairs/wordings.js';
import type { County } from '../county.js';
import type { Random } from '../random.js';
import { grantRow, tempAidRow } from './rows.js';
import { settleKind } from './settle-planted.js';
import type { Planted, Scenario } from './truth.js';

function plantTwoTempAids(county: County, random: Random, days: readonly [number, number], causes: readonly [Cause, Cause]): Planted {
  const household = settleKind(county, random, random.pick(['ELDER_COUPLE', 'COUPLE', 'GROWN_CHILD']));
  const person = household.members[0];
  const known = enterHousehold(random, county.civil, household);
  const rows = days.map((day, index) => tempAidRow(recordTempAid(random, county, known, { person, cause: causes[index as 0 | 1], day })));
  return { persons: [person], rows };
}

const pastYear = (county: County, random: Random) => partsOf(county.asOf).year - random.integer(1, 3);

/** Aid twice by one agency: D1, and what only looks like it. */
export const ONE_AGENCY_SCENARIOS: readonly Scenario[] = [
  {
    label: 'temp-aid-twice-same-cause-same-year',
    rule: 'D1',
    expected: 'DUPLICATE',
    note: { zh: '同一自然年内同一事由两次临时救助', en: 'Temporary assistance twice for the same cause in one natural year' },
    plant: (county, random) => {
      const year = pastYear(county, random);
      const cause = random.pick<Cause>(['ILLNESS', 'ACCIDENT', 'OTHER']);
      const days = [
        dayOf(year, random.integer(1, 4), random.integer(8, 28)),
        dayOf(year, random.integer(7, 11), random.integer(1, 28)),
      ] as const;
      return plantTwoTempAids(county, random, days, [cause, cause]);
    },
  },
  {
    label: 'temp-aid-same-cause-next-year',
    rule: 'D1',
    expected: 'NO_FINDING',
    note: { zh: '同一事由两次临时救助,但跨自然年', en: 'The same cause twice, but in December and the next year' },
    plant: (county, random) => {
      const year = pastYear(county, random);
      const days = [dayOf(year - 1, 12, random.integer(1, 30)), dayOf(year, random.integer(1, 3), random.integer(5, 28))] as const;
      return plantTwoTempAids(county, random, days, ['ILLNESS', 'ILLNESS']);
    },
  },
  {
    label: 'temp-aid-two-causes-same-year',
    rule: 'D1',
    expected: 'NO_FINDING',
    note: { zh: '同一自然年内两次临时救助,事由不同', en: 'Temporary assistance twice in one natural year, for different causes' },
    plant: (county, random) => {
      const year = pastYear(county, random);
      const days = [
        dayOf(year, random.integer(1, 4), random.integer(8, 28)),
        dayOf(year, random.integer(7, 11), random.integer(1, 28)),
      ] as const;
      return plantTwoTempAids(county, random, days, ['ILLNESS', 'ACCIDENT']);
    },
  },
  {
    label: 'charity-two-illnesses',
    rule: 'D1',
    expected: 'NO_FINDING',
    note: {
      zh: '同一年内同一项目因两种不同疾病各救助一次',
      en: 'One project helped one person twice in a year, for two different illnesses',
    },
    plant: (county, random) => {
      const person = settleKind(county, random, 'COUPLE').members[0];
      const year = pastYear(county, random);
      const grant = (code: string, month: number) =>
        grantRow(
          recordGrant(random, county, {
            person,
            project: PROJECTS.special,
            day: dayOf(year, month, random.integer(1, 28)),
            disease: diseaseOf(code),
            amount: 500 * random.integer(4, 10),
          }),
        );
      return { persons: [person], rows: [grant('C34.9', random.integer(2, 4)), grant('N18.5', random.integer(8, 11))] };
    },
  },
];
