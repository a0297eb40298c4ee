import { partsOf } from '../calendar.js';
import { diseaseOf } from '../charity/diseases.js';
import { PROJECTS } from '../charity/projects.js';
import { recordGrant } from '../charity/record-grant.js';
import { enterHousehold } from '../civil-affairs/enter-household.js';
import { recordTempAid } from '../civil-affairs/record-temp-aid.js';
import type { County } from '../county.js';
import { recordCard } from '../disabled-persons/record-card.js';
import { recordSubsidy } from '../disabled-persons/record-subsidy.js';
import { inPolicyLeft } from '../medical-insurance/bill.js';
import { claimOnApplication } from '../medical-insurance/claim-on-application.js';
import { recordCommercialClaim } from '../medical-insurance/record-commercial-claim.js';
import { treatAndRefund } from '../medical-insurance/treat.js';
import type { Random } from '../random.js';
import { RED_CROSS_PROJECTS } from '../red-cross/projects.js';
import { recordRedCrossGrant } from '../red-cross/record-grant.js';
import { LISTED, plantPatient } from './plant-patient.js';
import { plantStay, type Stay, stayVisit } from './plant-stay.js';
import { billRow, commercialRow, grantRow, maClaimRow, redCrossRow, tempAidRow } from './rows.js';
import type { Scenario } from './truth.js';

/** Fen. */
const LINE = 1_000_000;

/** A stay that leaves far more than the line of 10,000 yuan. */
const high = (random: Random, settled: number): Stay => ({
  code: random.pick(LISTED),
  settled,
  total: random.integer(600, 900) * 100,
  level: 'TERTIARY',
  nights: 16,
  burdenAtLeast: 14_000,
});
const longAgo = (county: County, random: Random) => county.asOf - random.integer(45, 300);
/** Lately, so that aid within a month of it is within a month of today. */
const lately = (county: County, random: Random) => county.asOf - random.integer(32, 38);

/** A burden over the line that nobody answered (M1), and what only looks like it. */
export const BURDEN_SCENARIOS: readonly Scenario[] = [
  {
    label: 'high-burden-no-aid',
    rule: 'M1',
    expected: 'MISSED',
    note: { zh: '一年内个人负担超过一万元,无任何救助', en: 'More than 10,000 yuan left of a year of bills, and no aid from anybody' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const bill = plantStay(county, random, insured, high(random, longAgo(county, random)));
      return { persons: [person], rows: [billRow(bill.setl_id)] };
    },
  },
  {
    label: 'high-burden-of-many-bills',
    rule: 'M1',
    expected: 'MISSED',
    note: {
      zh: '单次费用不高,一年累计个人负担超过一万元',
      en: 'No single bill is high; together they leave more than 10,000 yuan in a year',
    },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const code = random.pick(LISTED);
      const bills = [310, 240, 170, 100, 45].map((ago) =>
        plantStay(county, random, insured, { code, settled: county.asOf - ago - random.integer(0, 9), total: 9_000, burdenAtLeast: 2_500 }),
      );
      return { persons: [person], rows: bills.map(({ setl_id }) => billRow(setl_id)) };
    },
  },
  {
    label: 'high-burden-with-a-monthly-subsidy',
    rule: 'M1',
    expected: 'MISSED',
    note: {
      zh: '仅按月领取残疾人护理补贴,高额费用无人救助',
      en: 'A monthly disability subsidy is paid, but nobody answered the high bill',
    },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const issued = county.asOf - random.integer(500, 1_500);
      const card = recordCard(random, county, { person, disability: '肢体残疾', grade: 2, issued });
      recordSubsidy(county, card, { kind: '重度残疾人护理补贴', from: issued + 30 });
      const bill = plantStay(county, random, insured, high(random, longAgo(county, random)));
      return { persons: [person], rows: [billRow(bill.setl_id)] };
    },
  },
  {
    label: 'high-burden-aided',
    rule: 'M1',
    expected: 'NO_FINDING',
    note: { zh: '高额费用后三十天内获临时救助', en: 'Temporary assistance within thirty days of the high bill' },
    plant: (county, random) => {
      const { household, person, insured } = plantPatient(county, random);
      const settled = lately(county, random);
      const bill = plantStay(county, random, insured, high(random, settled));
      const known = enterHousehold(random, county.civil, household);
      const aid = recordTempAid(random, county, known, { person, cause: 'ILLNESS', day: settled + random.integer(9, 26) });
      return { persons: [person], rows: [billRow(bill.setl_id), tempAidRow(aid)] };
    },
  },
  {
    label: 'high-burden-aided-by-the-red-cross',
    rule: 'M1',
    expected: 'NO_FINDING',
    note: { zh: '高额费用后获红十字救助,红十字台账更新较晚', en: "Aided by the Red Cross, whose sheet is behind the others'" },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const settled = lately(county, random);
      const stay = high(random, settled);
      const bill = plantStay(county, random, insured, stay);
      const grant = recordRedCrossGrant(random, county, {
        person,
        project: RED_CROSS_PROJECTS.humanitarian,
        day: county.redCrossAsOf - random.integer(0, 12),
        disease: diseaseOf(stay.code),
        amount: 500 * random.integer(4, 10),
      });
      return { persons: [person], rows: [billRow(bill.setl_id), redCrossRow(grant)] };
    },
  },
  {
    label: 'late-upload-aided-before',
    rule: 'M1',
    expected: 'NO_FINDING',
    note: { zh: '结算晚传45天,慈善救助先于结算', en: 'The hospital uploaded the bill 45 days late; the charity had helped before' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const settled = county.asOf - random.integer(2, 8);
      const stay = { ...high(random, settled), late: 45 };
      const bill = plantStay(county, random, insured, stay);
      const disease = diseaseOf(stay.code);
      const day = settled - random.integer(5, 15);
      const grant = recordGrant(random, county, { person, project: PROJECTS.special, day, disease, amount: 4_000 });
      return { persons: [person], rows: [billRow(bill.setl_id), grantRow(grant)] };
    },
  },
  {
    label: 'burden-of-two-years',
    rule: 'M1',
    expected: 'NO_FINDING',
    note: { zh: '两笔费用相隔一年以上,任一年内均未超过一万元', en: 'Two bills more than a year apart; no year of them leaves 10,000 yuan' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const code = random.pick(LISTED);
      const bills = [random.integer(380, 390), random.integer(20, 100)].map((ago) =>
        plantStay(county, random, insured, { code, settled: county.asOf - ago, total: 20_000, burdenAtLeast: 6_000 }),
      );
      return { persons: [person], rows: bills.map(({ setl_id }) => billRow(setl_id)) };
    },
  },
  {
    label: 'high-bill-refunded',
    rule: 'M1',
    expected: 'NO_FINDING',
    note: { zh: '高额结算已全额冲销,重新结算的费用不高', en: 'The high bill was reversed in full; the corrected one is small' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const stay = high(random, longAgo(county, random));
      const [wrong, reversal] = treatAndRefund(county, random, insured, stayVisit(county, random, stay));
      const { burdenAtLeast: _, ...corrected } = stay;
      const bill = plantStay(county, random, insured, { ...corrected, settled: stay.settled + 6, total: 8_700 });
      return { persons: [person], rows: [billRow(wrong), billRow(reversal), billRow(bill.setl_id)] };
    },
  },
  {
    label: 'burden-met-on-application',
    rule: 'M1',
    expected: 'NO_FINDING',
    note: { zh: '依申请的医疗救助支付后,个人负担低于一万元', en: 'Medical assistance on application brought the burden under the line' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const settled = county.asOf - random.integer(120, 280);
      const stay: Stay = { code: random.pick(LISTED), settled, total: 46_000, outside: 0.06, level: 'TERTIARY' };
      const bill = plantStay(county, random, insured, stay);
      const application = { maClass: '因病致贫重病患者', rate: 0.6, applied: settled + 15, paid: settled + 40 } as const;
      const claim = claimOnApplication(county, insured, bill, application);
      if (claim === undefined || bill.entry.burden > LINE) throw new Error('medical assistance did not bring the burden down');
      return { persons: [person], rows: [billRow(bill.setl_id), maClaimRow(claim)] };
    },
  },
  {
    label: 'burden-met-by-commercial-insurance',
    rule: 'M1',
    expected: 'NO_FINDING',
    note: { zh: '商业保险赔付后,个人负担低于一万元', en: 'The commercial supplement brought the burden under the line' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const settled = longAgo(county, random);
      const stay: Stay = { code: random.pick(LISTED), settled, total: 46_000, outside: 0.06, level: 'TERTIARY' };
      const { setl_id, bill, entry } = plantStay(county, random, insured, stay);
      const amount = Math.round(inPolicyLeft(bill) * 0.6);
      const policyYear = partsOf(settled).year;
      const claim = recordCommercialClaim(county.insurance, insured, {
        setl_id,
        liability: '政策内',
        policyYear,
        paid: settled + 3,
        amount,
      });
      entry.burden -= amount;
      if (entry.burden > LINE) throw new Error('the insurer did not bring the burden down');
      return { persons: [person], rows: [billRow(setl_id), commercialRow(claim)] };
    },
  },
  {
    label: 'burden-just-under-the-line',
    rule: 'M1',
    expected: 'NO_FINDING',
    note: { zh: '个人负担略低于一万元', en: 'A burden just under 10,000 yuan' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const settled = longAgo(county, random);
      const bill = plantStay(county, random, insured, { code: random.pick(LISTED), settled, total: 28_500 });
      if (bill.entry.burden > LINE) throw new Error('over the line');
      return { persons: [person], rows: [billRow(bill.setl_id)] };
    },
  },
];
