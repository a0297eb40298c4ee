import type { Day } from '../calendar.js';
import { type CertnoSpelling, enterHousehold } from '../civil-affairs/enter-household.js';
import { recordDibao } from '../civil-affairs/record-dibao.js';
import { recordNearDibao } from '../civil-affairs/record-near-dibao.js';
import { recordRigidExpenditure } from '../civil-affairs/record-rigid-expenditure.js';
import { recordTekun } from '../civil-affairs/record-tekun.js';
import type { County } from '../county.js';
import { claimOnApplication } from '../medical-insurance/claim-on-application.js';
import type { Household, Person } from '../people/person.js';
import type { Random } from '../random.js';
import { plantPatient } from './plant-patient.js';
import { plantStay, type Stay } from './plant-stay.js';
import { billRow, dibaoRow, maClaimRow, nearDibaoRow, rigidRow, tekunRow } from './rows.js';
import { insurePlanted, settleKind } from './settle-planted.js';
import type { RowReference, Scenario } from './truth.js';

type Term = { readonly begin: Day; readonly end?: Day };

const CODES = ['K80.2', 'J18.9', 'M51.2', 'N20.1'] as const;
/** Leaves 2,000 to 3,000 yuan within the policy; settled as if nobody knew of the status. */
const stay = (county: County, random: Random): Stay => ({
  code: random.pick(CODES),
  settled: county.asOf - random.integer(40, 300),
  total: random.integer(88, 130) * 100,
  nights: 7,
  withoutAssistance: true,
});

function single(county: County, random: Random, household: Household, term: Term, spelling: CertnoSpelling = 'PLAIN'): RowReference {
  const [member] = household.members;
  const known = enterHousehold(random, county.civil, household, { spelling: new Map([[member, spelling]]) });
  return dibaoRow(recordDibao(random, county, known, { ...term, member }));
}

function anyStatus(county: County, random: Random, household: Household, term: Term): RowReference {
  const covered = household.members;
  const [person] = covered;
  switch (random.pick(['DIBAO', 'NEAR_DIBAO', 'TEKUN'])) {
    case 'NEAR_DIBAO': {
      const known = enterHousehold(random, county.civil, household, { covered });
      return nearDibaoRow(recordNearDibao(random, county, known, { ...term, covered: covered.length }));
    }
    case 'TEKUN':
      return tekunRow(recordTekun(random, county, enterHousehold(random, county.civil, household), { ...term, person }));
    default:
      return single(county, random, household, term);
  }
}

/** A patient with a status from `begin` on, and one stay. */
function patientWith(
  county: County,
  random: Random,
  enter: (household: Household) => RowReference,
  details: (stay: Stay) => Stay = (same) => same,
): { readonly persons: readonly Person[]; readonly rows: readonly RowReference[] } {
  let row: RowReference | undefined;
  const { person, insured } = plantPatient(county, random, (household) => {
    row = enter(household);
  });
  const bill = plantStay(county, random, insured, details(stay(county, random)));
  return { persons: [person], rows: [...(row ? [row] : []), billRow(bill.setl_id)] };
}

/** Status holders whose bills were settled without medical assistance (M2), and what only looks like it. */
export const UNASSISTED_SCENARIOS: readonly Scenario[] = [
  {
    label: 'status-holder-without-assistance',
    rule: 'M2',
    expected: 'MISSED',
    note: { zh: '有救助身份,结算时未享受医疗救助', en: 'A recognised status, and a bill settled without medical assistance' },
    plant: (county, random) =>
      patientWith(county, random, (household) => anyStatus(county, random, household, { begin: county.asOf - random.integer(500, 1_500) })),
  },
  {
    label: 'household-member-without-assistance',
    rule: 'M2',
    expected: 'MISSED',
    note: {
      zh: '整户低保的家庭成员结算时未享受医疗救助',
      en: 'A covered member of the household, not the householder, was left out of medical assistance',
    },
    plant: (county, random) => {
      const household = settleKind(county, random, 'GROWN_CHILD');
      const covered = household.members;
      const known = enterHousehold(random, county.civil, household, { covered });
      const dibao = recordDibao(random, county, known, { begin: county.asOf - random.integer(500, 1_500), covered: covered.length });
      const [head, patient = head] = covered;
      const bill = plantStay(county, random, insurePlanted(county, patient, { employee: false, commercial: false }), stay(county, random));
      return { persons: [patient], rows: [dibaoRow(dibao), billRow(bill.setl_id)] };
    },
  },
  {
    label: 'fifteen-digits-without-assistance',
    rule: 'M2',
    expected: 'MISSED',
    note: {
      zh: '民政登记15位旧号码,结算系统未识别其身份',
      en: 'Civil affairs holds the 15-digit number; the settlement did not know the status',
    },
    plant: (county, random) => {
      const household = settleKind(county, random, 'ELDER');
      const [person] = household.members;
      const row = single(county, random, household, { begin: county.asOf - random.integer(500, 1_500) }, 'FIFTEEN_DIGITS');
      const insured = insurePlanted(county, person, { employee: false, commercial: false, certno: person.idNumber });
      const bill = plantStay(county, random, insured, stay(county, random));
      return { persons: [person], rows: [row, billRow(bill.setl_id)] };
    },
  },
  {
    label: 'status-began-after-settlement',
    rule: 'M2',
    expected: 'NO_FINDING',
    note: { zh: '结算后才被认定', en: 'The status began after the settlement' },
    plant: (county, random) => {
      const settled = county.asOf - random.integer(120, 300);
      return patientWith(
        county,
        random,
        (household) => anyStatus(county, random, household, { begin: settled + random.integer(10, 60) }),
        (same) => ({ ...same, settled }),
      );
    },
  },
  {
    label: 'status-ended-before-admission',
    rule: 'M2',
    expected: 'NO_FINDING',
    note: { zh: '入院前低保已停发', en: 'Dibao had ended before the admission' },
    plant: (county, random) => {
      const settled = county.asOf - random.integer(60, 250);
      const end = settled - random.integer(25, 70);
      return patientWith(
        county,
        random,
        (household) => single(county, random, household, { begin: end - random.integer(400, 900), end }),
        (same) => ({ ...same, settled }),
      );
    },
  },
  {
    label: 'little-left-within-the-policy',
    rule: 'M2',
    expected: 'NO_FINDING',
    note: { zh: '政策内剩余不超过三百元', en: 'No more than 300 yuan was left within the policy' },
    plant: (county, random) =>
      patientWith(
        county,
        random,
        (household) => single(county, random, household, { begin: county.asOf - random.integer(500, 1_500) }),
        (same) => ({ ...same, careType: 'CHRONIC', code: 'I10', total: random.integer(300, 1_000), outside: 0.02, nights: 0 }),
      ),
  },
  {
    label: 'assistance-on-application',
    rule: 'M2',
    expected: 'NO_FINDING',
    note: { zh: '省外就医,结算后依申请支付医疗救助', en: 'Treated elsewhere; medical assistance was paid on application afterwards' },
    plant: (county, random) => {
      let row: RowReference | undefined;
      const { person, insured } = plantPatient(county, random, (household) => {
        row = single(county, random, household, { begin: county.asOf - random.integer(500, 1_500) });
      });
      const settled = county.asOf - random.integer(100, 300);
      const bill = plantStay(county, random, insured, { ...stay(county, random), settled, level: 'TERTIARY' });
      const application = { maClass: '低保对象', rate: 0.8, applied: settled + 18, paid: settled + 45 } as const;
      const claim = claimOnApplication(county, insured, bill, application);
      if (claim === undefined) throw new Error('nothing was left to apply for');
      return { persons: [person], rows: [...(row ? [row] : []), billRow(bill.setl_id), maClaimRow(claim)] };
    },
  },
  {
    label: 'member-not-covered',
    rule: 'M2',
    expected: 'NO_FINDING',
    note: { zh: '家庭享受低保,但本人不在保', en: 'The household is on dibao, but the patient is not covered by it' },
    plant: (county, random) => {
      const household = settleKind(county, random, 'GROWN_CHILD');
      const [head, ...others] = household.members;
      const patient = others.at(-1) ?? head;
      const covered = household.members.filter((person) => person !== patient);
      const known = enterHousehold(random, county.civil, household, { covered });
      const dibao = recordDibao(random, county, known, { begin: county.asOf - random.integer(500, 1_500), covered: covered.length });
      const bill = plantStay(county, random, insurePlanted(county, patient, { employee: false, commercial: false }), stay(county, random));
      return { persons: [patient], rows: [dibaoRow(dibao), billRow(bill.setl_id)] };
    },
  },
  {
    label: 'unavoidable-expenditure-only',
    rule: 'M2',
    expected: 'NO_FINDING',
    note: {
      zh: '仅为刚性支出困难家庭,医疗救助须依申请',
      en: 'Recognised for unavoidable expenditure only: medical assistance is on application',
    },
    plant: (county, random) =>
      patientWith(county, random, (household) => {
        const covered = household.members;
        const known = enterHousehold(random, county.civil, household, { covered });
        return rigidRow(recordRigidExpenditure(random, county, known, { begin: county.asOf - 340, covered: covered.length }));
      }),
  },
];
