import { diseaseOf } from '../charity/diseases.js';
import { PROJECTS } from '../charity/projects.js';
import { recordGrant } from '../charity/record-grant.js';
import { recordSpecialFund } from '../charity/record-special-fund.js';
import { enterHousehold } from '../civil-affairs/enter-household.js';
import { recordDibao } from '../civil-affairs/record-dibao.js';
import { recordTempAid } from '../civil-affairs/record-temp-aid.js';
import { plantPair } from './pair-of-aids.js';
import { dibaoRow, fundRow, grantRow, tempAidRow } from './rows.js';
import { settleKind } from './settle-planted.js';
import type { Scenario } from './truth.js';

const WITHIN = [5, 88] as const;

/** Aid by both agencies: D7, and what only looks like it. */
export const TWO_AGENCY_SCENARIOS: readonly Scenario[] = [
  {
    label: 'both-agencies-within-90-days',
    rule: 'D7',
    expected: 'DUPLICATE',
    note: {
      zh: '同一人因病在90天内先后获得临时救助和慈善救助',
      en: 'One person had temporary assistance and a charity grant for illness within 90 days',
    },
    plant: (county, random) => plantPair(county, random, { between: WITHIN }),
  },
  {
    label: 'both-agencies-fifteen-digits',
    rule: 'D7',
    expected: 'DUPLICATE',
    note: { zh: '同上,民政登记的是15位旧号码', en: 'The same, civil affairs holding the old 15-digit number' },
    plant: (county, random) =>
      plantPair(county, random, { kind: 'ELDER_COUPLE', between: WITHIN, certno: 'FIFTEEN_DIGITS', spelling: 'PLAIN' }),
  },
  {
    label: 'both-agencies-sloppy-number',
    rule: 'D7',
    expected: 'DUPLICATE',
    note: {
      zh: '同上,慈善台账中的号码为全角、夹空格或小写x',
      en: "The same, the number in the charity's sheet in full width, with blanks or a lower-case x",
    },
    plant: (county, random) =>
      plantPair(county, random, { between: WITHIN, spelling: random.pick(['FULL_WIDTH', 'BLANKS', 'LOWER_CASE']) }),
  },
  {
    label: 'both-agencies-after-90-days',
    rule: 'D7',
    expected: 'NO_FINDING',
    note: { zh: '两次救助相隔超过90天', en: 'More than 90 days between the two' },
    plant: (county, random) => plantPair(county, random, { between: [95, 125] }),
  },
  {
    label: 'both-agencies-other-cause',
    rule: 'D7',
    expected: 'NO_FINDING',
    note: { zh: '90天内两次救助,但原因不同:教育支出与疾病', en: 'Two aids within 90 days for different causes: education and illness' },
    plant: (county, random) => plantPair(county, random, { kind: 'GROWN_CHILD', cause: 'EDUCATION', between: WITHIN }),
  },
  {
    label: 'legitimate-top-up',
    rule: 'D7',
    expected: 'NO_FINDING',
    note: {
      zh: '临时救助后经联席会议决定由专项基金补足缺口',
      en: 'After temporary assistance the joint meeting let the special fund pay the remaining gap',
    },
    plant: (county, random) => {
      const household = settleKind(county, random, 'GROWN_CHILD');
      const person = household.members[0];
      const day = county.charityAsOf - random.integer(420, 1_000);
      const known = enterHousehold(random, county.civil, household);
      const aid = recordTempAid(random, county, known, { person, cause: 'ILLNESS', day });
      const disease = diseaseOf(random.pick(['C22.0', 'C92.0', 'N18.5']));
      const fund = recordSpecialFund(random, county, { person, disease, day: day + random.integer(30, 80), paid: true });
      return { persons: [person], rows: [tempAidRow(aid), fundRow(fund)] };
    },
  },
  {
    label: 'household-other-member',
    rule: 'D7',
    expected: 'NO_FINDING',
    note: {
      zh: '户主领取整户低保和临时救助,同户另一成员获得慈善救助',
      en: "The householder had the household's dibao and temporary assistance, another member the charity grant",
    },
    plant: (county, random) => {
      const household = settleKind(county, random, 'GROWN_CHILD');
      const [head, , child] = household.members;
      if (!child) throw new Error('a household with a grown child has three members');
      const { civil } = county;
      const day = county.charityAsOf - random.integer(420, 1_000);
      const known = enterHousehold(random, civil, household, { covered: household.members });
      const dibao = recordDibao(random, county, known, { begin: day - 400, covered: household.members.length });
      const aid = recordTempAid(random, county, known, { person: head, cause: 'ILLNESS', day });
      const grant = recordGrant(random, county, {
        person: child,
        project: PROJECTS.special,
        day: day + random.integer(10, 80),
        disease: diseaseOf('C91.0'),
        amount: 3_000,
      });
      return { persons: [head, child], rows: [dibaoRow(dibao), tempAidRow(aid), grantRow(grant)] };
    },
  },
];
