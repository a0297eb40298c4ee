import { type Day, dayOf, partsOf } from '../calendar.js';
import { diseaseOf } from '../charity/diseases.js';
import { PROJECTS } from '../charity/projects.js';
import { recordGrant } from '../charity/record-grant.js';
import type { IdSpelling } from '../charity/spell-id.js';
import { enterHousehold } from '../civil-affairs/enter-household.js';
import { recordDibao } from '../civil-affairs/record-dibao.js';
import { recordTempAid } from '../civil-affairs/record-temp-aid.js';
import type { County } from '../county.js';
import type { HouseholdKind } from '../people/compose-household.js';
import { composeHousehold } from '../people/compose-household.js';
import type { Household, Person } from '../people/person.js';
import type { Random } from '../random.js';
import { RED_CROSS_PROJECTS, type RedCrossProject } from '../red-cross/projects.js';
import { recordRedCrossGrant } from '../red-cross/record-grant.js';
import { LISTED, plantPatient } from './plant-patient.js';
import { plantStay } from './plant-stay.js';
import { billRow, grantRow, redCrossRow, tempAidRow } from './rows.js';
import { settleKind, settlePlanted } from './settle-planted.js';
import type { RowReference, Scenario } from './truth.js';

/** Before the bills of the records begin, so that no rule about bills has a say. */
const earlier = (county: County, random: Random) => county.redCrossAsOf - random.integer(900, 1_500);
const within = (random: Random) => random.integer(5, 80);
const household = (county: County, random: Random, kind?: HouseholdKind) =>
  settleKind(county, random, kind ?? random.pick(['ELDER_COUPLE', 'GROWN_CHILD', 'COUPLE']));

function tempAid(county: County, random: Random, of: Household, day: Day) {
  const [person] = of.members;
  const known = enterHousehold(random, county.civil, of, { spelling: new Map([[person, 'PLAIN']]) });
  return tempAidRow(recordTempAid(random, county, known, { person, cause: 'ILLNESS', day }));
}

function redCross(
  county: County,
  random: Random,
  person: Person,
  day: Day,
  details: { readonly code?: string; readonly spelling?: IdSpelling; readonly project?: RedCrossProject } = {},
) {
  const { project = RED_CROSS_PROJECTS.humanitarian, code, spelling } = details;
  const disease = project.illness ? diseaseOf(code ?? random.pick(LISTED)) : undefined;
  const amount = project.step * random.integer(project.usual[0] / project.step, project.usual[1] / project.step);
  return redCrossRow(recordRedCrossGrant(random, county, { person, project, day, disease, amount, ...(spelling ? { spelling } : {}) }));
}

function charity(county: County, random: Random, person: Person, day: Day, code: string) {
  const amount = 500 * random.integer(4, 10);
  return grantRow(recordGrant(random, county, { person, project: PROJECTS.special, day, disease: diseaseOf(code), amount }));
}

function namesakeOf(county: County, random: Random, person: Person): Person {
  const [role] = composeHousehold(random, 'SINGLE', county.asOf);
  return settlePlanted(county, random, random.pick(county.villages), [{ ...role, sex: person.sex, name: person.name }]).members[0];
}

/** The Red Cross as one of three who aid: D7 and D1, and what only looks like them. */
export const RED_CROSS_SCENARIOS: readonly Scenario[] = [
  {
    label: 'temp-aid-and-red-cross',
    rule: 'D7',
    expected: 'DUPLICATE',
    note: { zh: '90天内先后获得临时救助和红十字救助', en: 'Temporary assistance and a Red Cross grant for illness within 90 days' },
    plant: (county, random) => {
      const of = household(county, random);
      const day = earlier(county, random);
      const rows = [tempAid(county, random, of, day), redCross(county, random, of.members[0], day + within(random))];
      return { persons: [of.members[0]], rows };
    },
  },
  {
    label: 'temp-aid-and-red-cross-fifteen-digits',
    rule: 'D7',
    expected: 'DUPLICATE',
    note: { zh: '同上,红十字台账为15位或书写不规范的号码', en: "The same, with 15 digits or a sloppy number in the Red Cross's sheet" },
    plant: (county, random) => {
      const of = household(county, random, 'ELDER_COUPLE');
      const day = earlier(county, random);
      const spelling = random.pick<IdSpelling>(['FIFTEEN_DIGITS', 'FULL_WIDTH', 'BLANKS']);
      const rows = [tempAid(county, random, of, day), redCross(county, random, of.members[0], day + within(random), { spelling })];
      return { persons: [of.members[0]], rows };
    },
  },
  {
    label: 'charity-and-red-cross-one-diagnosis',
    rule: 'D7',
    expected: 'DUPLICATE',
    note: {
      zh: '慈善与红十字在一年内因同一病种救助',
      en: 'The charity and the Red Cross aided for one diagnosis within a year',
    },
    plant: (county, random) => {
      const { members } = household(county, random);
      const day = earlier(county, random);
      const code = random.pick(LISTED);
      const rows = [
        charity(county, random, members[0], day, code),
        redCross(county, random, members[0], day + random.integer(100, 340), { code }),
      ];
      return { persons: [members[0]], rows };
    },
  },
  {
    label: 'all-three-within-90-days',
    rule: 'D7',
    expected: 'DUPLICATE',
    note: { zh: '民政、慈善、红十字90天内先后救助', en: 'Civil affairs, the charity and the Red Cross, all within 90 days' },
    plant: (county, random) => {
      const of = household(county, random);
      const [person] = of.members;
      const day = earlier(county, random);
      const code = random.pick(LISTED);
      const rows = [
        tempAid(county, random, of, day),
        charity(county, random, person, day + random.integer(5, 40), code),
        redCross(county, random, person, day + random.integer(45, 85), { code }),
      ];
      return { persons: [person], rows };
    },
  },
  {
    label: 'charity-and-red-cross-two-illnesses',
    rule: 'D7',
    expected: 'NO_FINDING',
    note: { zh: '90天内慈善与红十字因两种不同疾病救助', en: 'The charity and the Red Cross within 90 days, for two different illnesses' },
    plant: (county, random) => {
      const { members } = household(county, random);
      const day = earlier(county, random);
      const rows = [
        charity(county, random, members[0], day, 'C34.9'),
        redCross(county, random, members[0], day + within(random), { code: 'N18.5' }),
      ];
      return { persons: [members[0]], rows };
    },
  },
  {
    label: 'charity-and-red-cross-years-apart',
    rule: 'D7',
    expected: 'NO_FINDING',
    note: {
      zh: '慈善与红十字因同一病种救助,相隔一年以上',
      en: 'One diagnosis, but more than a year between the charity and the Red Cross',
    },
    plant: (county, random) => {
      const { members } = household(county, random);
      const day = earlier(county, random);
      const code = random.pick(LISTED);
      const rows = [
        charity(county, random, members[0], day, code),
        redCross(county, random, members[0], day + random.integer(370, 440), { code }),
      ];
      return { persons: [members[0]], rows };
    },
  },
  {
    label: 'red-cross-visit',
    rule: 'D7',
    expected: 'NO_FINDING',
    note: { zh: '因病临时救助后,春节前红十字慰问', en: 'Temporary assistance for illness, then a visit before the Spring Festival' },
    plant: (county, random) => {
      const of = household(county, random);
      const visit = dayOf(partsOf(earlier(county, random)).year, 1, random.integer(6, 22));
      const rows = [
        tempAid(county, random, of, visit - within(random)),
        redCross(county, random, of.members[0], visit, { project: RED_CROSS_PROJECTS.visit }),
      ];
      return { persons: [of.members[0]], rows };
    },
  },
  {
    label: 'temp-aid-and-medical-assistance',
    rule: 'D7',
    expected: 'NO_FINDING',
    note: {
      zh: '医疗救助按规定支付,90天内又有临时救助:医疗救助不算重复',
      en: 'Medical assistance on the bill and temporary assistance within 90 days: the first is no duplicate of the other',
    },
    plant: (county, random) => {
      const settled = county.asOf - random.integer(70, 180);
      let row: RowReference | undefined;
      const { person, insured } = plantPatient(county, random, (of) => {
        const [member] = of.members;
        const known = enterHousehold(random, county.civil, of);
        recordDibao(random, county, known, { begin: county.asOf - random.integer(500, 1_500), member });
        row = tempAidRow(recordTempAid(random, county, known, { person: member, cause: 'ILLNESS', day: settled + 20, amount: 2_200 }));
      });
      const bill = plantStay(county, random, insured, { code: random.pick(LISTED), settled, total: 30_000, burdenAtLeast: 4_000 });
      return { persons: [person], rows: [billRow(bill.setl_id), ...(row ? [row] : [])] };
    },
  },
  {
    label: 'red-cross-namesake',
    rule: 'D7',
    expected: 'DIFFERENT_PERSONS',
    note: {
      zh: '同名不同人:一人获临时救助,另一人获红十字救助',
      en: 'Two people of one name: temporary assistance for one, the Red Cross for the other',
    },
    plant: (county, random) => {
      const of = household(county, random);
      const day = earlier(county, random);
      const namesake = namesakeOf(county, random, of.members[0]);
      const rows = [tempAid(county, random, of, day), redCross(county, random, namesake, day + within(random))];
      return { persons: [of.members[0], namesake], rows };
    },
  },
  {
    label: 'red-cross-typing-error',
    rule: 'D10',
    expected: 'UNREADABLE_ID',
    note: { zh: '红十字台账号码录错一位,校验码不符', en: "One digit wrong in the Red Cross's sheet, so the checksum fails" },
    plant: (county, random) => {
      const of = household(county, random);
      const day = earlier(county, random);
      const rows = [
        tempAid(county, random, of, day),
        redCross(county, random, of.members[0], day + within(random), { spelling: 'TYPING_ERROR' }),
      ];
      return { persons: [of.members[0]], rows };
    },
  },
  {
    label: 'red-cross-twice-in-a-year',
    rule: 'D1',
    expected: 'DUPLICATE',
    note: { zh: '同一自然年内同一项目因同一疾病两次红十字救助', en: 'One Red Cross programme twice in a natural year for one illness' },
    plant: (county, random) => {
      const { members } = household(county, random);
      const year = partsOf(county.asOf).year - random.integer(2, 3);
      const code = random.pick(LISTED);
      const rows = [dayOf(year, random.integer(1, 4), 12), dayOf(year, random.integer(8, 11), 20)].map((day) =>
        redCross(county, random, members[0], day, { code }),
      );
      return { persons: [members[0]], rows };
    },
  },
  {
    label: 'red-cross-two-programmes',
    rule: 'D1',
    expected: 'NO_FINDING',
    note: { zh: '同一年内红十字慰问和人道救助各一次', en: 'A Red Cross visit and a grant for illness in one year: two programmes' },
    plant: (county, random) => {
      const { members } = household(county, random);
      const year = partsOf(county.asOf).year - random.integer(2, 3);
      const rows = [
        redCross(county, random, members[0], dayOf(year, 1, 15), { project: RED_CROSS_PROJECTS.visit }),
        redCross(county, random, members[0], dayOf(year, random.integer(6, 11), 9)),
      ];
      return { persons: [members[0]], rows };
    },
  },
  {
    label: 'charity-twice-in-a-year',
    rule: 'D1',
    expected: 'DUPLICATE',
    note: { zh: '同一自然年内同一慈善项目因同一疾病两次救助', en: "One of the charity's projects twice in a natural year for one illness" },
    plant: (county, random) => {
      const { members } = household(county, random);
      const year = partsOf(county.asOf).year - random.integer(2, 3);
      const code = random.pick(LISTED);
      const rows = [dayOf(year, random.integer(1, 4), 10), dayOf(year, random.integer(7, 11), 23)].map((day) =>
        charity(county, random, members[0], day, code),
      );
      return { persons: [members[0]], rows };
    },
  },
];
