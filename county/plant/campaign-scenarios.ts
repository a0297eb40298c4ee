import type { Day } from '../calendar.js';
import { diseaseOf } from '../charity/diseases.js';
import { PROJECTS } from '../charity/projects.js';
import { recordGrant } from '../charity/record-grant.js';
import type { County } from '../county.js';
import { type Campaign, recordCampaign } from '../crowdfunding/record-campaign.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import { LISTED, plantPatient } from './plant-patient.js';
import { plantStay } from './plant-stay.js';
import { billRow, campaignRow, grantRow } from './rows.js';
import { insurePlanted } from './settle-planted.js';
import type { Scenario } from './truth.js';

const COVER = { employee: false, commercial: false } as const;

function campaign(
  county: County,
  random: Random,
  patient: Person,
  code: string,
  details: Pick<Campaign, 'opened' | 'closed' | 'raised' | 'unpaid'> & { readonly organiser?: Campaign['organiser'] },
) {
  const key = recordCampaign(random, county, {
    ...details,
    patient,
    organiser: details.organiser ?? { name: patient.name, relation: '本人' },
    disease: diseaseOf(code),
    target: 10_000 * random.integer(10, 25),
  });
  return campaignRow(key);
}

/** A stay that leaves 6,000 to 9,500 yuan. */
function smallStay(county: County, random: Random, settled: Day) {
  const patient = plantPatient(county, random);
  const code = random.pick(LISTED);
  const bill = plantStay(county, random, patient.insured, { code, settled, total: 23_000, burdenAtLeast: 6_000 });
  return { ...patient, code, bill, left: Math.floor(bill.entry.burden / 100) };
}

const grantFor = (county: County, random: Random, person: Person, code: string, day: Day, amount: number) =>
  grantRow(recordGrant(random, county, { person, project: PROJECTS.special, day, disease: diseaseOf(code), amount }));

/** Crowdfunding twice, or beyond what the bills left (D8), and what only looks like it. */
export const CAMPAIGN_SCENARIOS: readonly Scenario[] = [
  {
    label: 'two-campaigns-at-once',
    rule: 'D8',
    expected: 'DUPLICATE',
    note: { zh: '同一患者同时有两个求助项目筹款', en: 'Two campaigns for one patient were open at the same time' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const code = random.pick(LISTED);
      const opened = county.platformAsOf - random.integer(90, 180);
      const bill = plantStay(county, random, insured, {
        code,
        settled: opened - 8,
        total: 120_000,
        level: 'TERTIARY',
        burdenAtLeast: 40_000,
      });
      const first = campaign(county, random, person, code, { opened, closed: opened + 32, raised: random.integer(6_000, 14_000) });
      const again = opened + random.integer(10, 27);
      const second = campaign(county, random, person, code, { opened: again, closed: again + 30, raised: random.integer(3_000, 9_000) });
      return { persons: [person], rows: [billRow(bill.setl_id), first, second] };
    },
  },
  {
    label: 'raised-and-aid-exceed-the-gap',
    rule: 'D8',
    expected: 'DUPLICATE',
    note: {
      zh: '筹款期间又获慈善救助,合计超过个人负担',
      en: 'While the campaign was open a charity grant came in; together more than the bill left',
    },
    plant: (county, random) => {
      const opened = county.platformAsOf - random.integer(22, 34);
      const { person, code, bill, left } = smallStay(county, random, opened - 7);
      const raised = Math.round(left * (0.75 + random.unit() * 0.2));
      const row = campaign(county, random, person, code, { opened, raised, unpaid: true });
      const grant = grantFor(county, random, person, code, opened + random.integer(4, 12), 4_500);
      return { persons: [person], rows: [billRow(bill.setl_id), row, grant] };
    },
  },
  {
    label: 'raised-within-the-gap',
    rule: 'D8',
    expected: 'NO_FINDING',
    note: { zh: '筹款与慈善救助合计未超过个人负担', en: 'What was raised and the charity grant stay within what the bill left' },
    plant: (county, random) => {
      const opened = county.platformAsOf - random.integer(22, 34);
      const { person, code, bill, left } = smallStay(county, random, opened - 7);
      const row = campaign(county, random, person, code, { opened, raised: left - 4_600, unpaid: true });
      const grant = grantFor(county, random, person, code, opened + random.integer(4, 12), 4_500);
      return { persons: [person], rows: [billRow(bill.setl_id), row, grant] };
    },
  },
  {
    label: 'campaign-after-campaign',
    rule: 'D8',
    expected: 'NO_FINDING',
    note: { zh: '前一项目结束当日另一项目开始', en: 'The second campaign opened on the day the first one closed' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const code = random.pick(LISTED);
      const opened = county.platformAsOf - random.integer(90, 180);
      const bill = plantStay(county, random, insured, {
        code,
        settled: opened - 8,
        total: 120_000,
        level: 'TERTIARY',
        burdenAtLeast: 40_000,
      });
      const first = campaign(county, random, person, code, { opened, closed: opened + 30, raised: random.integer(6_000, 14_000) });
      const again = { opened: opened + 30, closed: opened + 58, raised: random.integer(3_000, 9_000) };
      const second = campaign(county, random, person, code, again);
      return { persons: [person], rows: [billRow(bill.setl_id), first, second] };
    },
  },
  {
    label: 'closed-long-before-the-aid',
    rule: 'D8',
    expected: 'NO_FINDING',
    note: { zh: '求助项目结束半年后才获慈善救助', en: 'The charity grant came half a year after the campaign had closed' },
    plant: (county, random) => {
      const opened = county.asOf - random.integer(208, 212);
      const { person, code, bill, left } = smallStay(county, random, opened - 2);
      const row = campaign(county, random, person, code, { opened, closed: opened + 20, raised: Math.round(left * 0.85) });
      const grant = grantFor(county, random, person, code, county.asOf - random.integer(3, 6), 4_500);
      return { persons: [person], rows: [billRow(bill.setl_id), row, grant] };
    },
  },
  {
    label: 'one-organiser-two-patients',
    rule: 'D8',
    expected: 'NO_FINDING',
    note: { zh: '同一发起人为两位家人各发起一个项目', en: 'One organiser, two campaigns at once for two patients of the family' },
    plant: (county, random) => {
      const { household, person, insured } = plantPatient(county, random, undefined, COVER, 'COUPLE');
      const [, spouse = person] = household.members;
      const opened = county.platformAsOf - random.integer(70, 150);
      const organiser = { name: spouse.name, relation: '配偶' } as const;
      const rows = [person, spouse].flatMap((patient, index) => {
        const code = index === 0 ? 'C34.9' : 'I61.9';
        const cover = patient === person ? insured : insurePlanted(county, patient, COVER);
        const bill = plantStay(county, random, cover, {
          code,
          settled: opened - 8,
          total: 110_000,
          level: 'TERTIARY',
          burdenAtLeast: 35_000,
        });
        const times = { opened: opened + index * 9, closed: opened + 31 + index * 9, raised: random.integer(6_000, 19_000) };
        return [billRow(bill.setl_id), campaign(county, random, patient, code, { ...times, organiser })];
      });
      return { persons: [person, spouse], rows };
    },
  },
];
