import { diseaseOf } from '../charity/diseases.js';
import { PROJECTS } from '../charity/projects.js';
import { recordGrant } from '../charity/record-grant.js';
import { enterHousehold } from '../civil-affairs/enter-household.js';
import { recordDibao } from '../civil-affairs/record-dibao.js';
import { recordTempAid } from '../civil-affairs/record-temp-aid.js';
import { refuseAndRefer } from '../civil-affairs/refuse.js';
import { composeHousehold } from '../people/compose-household.js';
import { plantPair } from './pair-of-aids.js';
import { dibaoRow, grantRow, tempAidRow } from './rows.js';
import { settleKind, settlePlanted } from './settle-planted.js';
import type { Scenario } from './truth.js';

/** Who is who: numbers misspelt or missing, names shared, people nobody knows. */
export const IDENTITY_SCENARIOS: readonly Scenario[] = [
  {
    label: 'same-name-different-person',
    rule: 'D7',
    expected: 'DIFFERENT_PERSONS',
    note: {
      zh: '同名不同人:一人获临时救助,另一人获慈善救助',
      en: 'Two people of one name: one had temporary assistance, the other a charity grant',
    },
    plant: (county, random) => {
      const household = settleKind(county, random, 'COUPLE');
      const first = household.members[0];
      const [role] = composeHousehold(random, 'SINGLE', county.asOf);
      const namesake = settlePlanted(county, random, random.pick(county.villages), [{ ...role, sex: first.sex, name: first.name }])
        .members[0];
      const day = county.charityAsOf - random.integer(200, 900);
      const known = enterHousehold(random, county.civil, household);
      const aid = recordTempAid(random, county, known, { person: first, cause: 'ILLNESS', day });
      const grant = recordGrant(random, county, {
        person: namesake,
        project: PROJECTS.special,
        day: day + random.integer(5, 80),
        disease: diseaseOf('C16.9'),
        amount: 3_000,
      });
      return { persons: [first, namesake], rows: [tempAidRow(aid), grantRow(grant)] };
    },
  },
  {
    label: 'fifteen-and-eighteen-digits',
    rule: 'D10',
    expected: 'SAME_PERSON',
    note: { zh: '同一人:民政登记15位号码,慈善登记18位号码', en: 'One person: 15 digits at civil affairs, 18 at the charity' },
    plant: (county, random) => {
      const household = settleKind(county, random, 'ELDER');
      const person = household.members[0];
      const { civil, asOf } = county;
      const known = enterHousehold(random, civil, household, { spelling: new Map([[person, 'FIFTEEN_DIGITS']]) });
      const dibao = recordDibao(random, county, known, { begin: asOf - random.integer(500, 1_500), member: person });
      const grant = recordGrant(random, county, {
        person,
        project: PROJECTS.general,
        day: county.charityAsOf - random.integer(100, 400),
        disease: diseaseOf('I63.9'),
        amount: 2_000,
        spelling: 'PLAIN',
      });
      return { persons: [person], rows: [dibaoRow(dibao), grantRow(grant)] };
    },
  },
  {
    label: 'typing-error',
    rule: 'D10',
    expected: 'UNREADABLE_ID',
    note: { zh: '慈善台账号码录错一位,校验码不符', en: "One digit wrong in the charity's sheet, so the checksum fails" },
    plant: (county, random) => plantPair(county, random, { between: [5, 88], spelling: 'TYPING_ERROR' }),
  },
  {
    label: 'grant-without-number',
    rule: 'D10',
    expected: 'UNREADABLE_ID',
    note: { zh: '慈善台账只有姓名,没有号码', en: "The charity's sheet has the name only, no number" },
    plant: (county, random) => plantPair(county, random, { between: [5, 88], spelling: 'MISSING' }),
  },
  {
    label: 'known-without-aid',
    rule: null,
    expected: 'NOTHING_ON_RECORD',
    note: { zh: '申请过低保但核对不符合,没有任何救助', en: 'Applied for dibao and was refused: known, but never aided' },
    plant: (county, random) => {
      const household = settleKind(county, random, 'COUPLE');
      const known = enterHousehold(random, county.civil, household);
      refuseAndRefer(county, random, known, county.asOf - random.integer(60, 600));
      return { persons: household.members, rows: [] };
    },
  },
  {
    label: 'unknown-to-all',
    rule: null,
    expected: 'NOTHING_ON_RECORD',
    note: { zh: '两家机构均无记录', en: 'Neither agency has ever heard of them' },
    plant: (county, random) => ({ persons: settleKind(county, random, 'COUPLE').members, rows: [] }),
  },
];
