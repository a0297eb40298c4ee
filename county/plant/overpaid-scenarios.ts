import { partsOf } from '../calendar.js';
import { diseaseOf } from '../charity/diseases.js';
import { PROJECTS } from '../charity/projects.js';
import { recordGrant } from '../charity/record-grant.js';
import { recordSpecialFund } from '../charity/record-special-fund.js';
import type { County } from '../county.js';
import { inPolicyLeft, outsidePolicy } from '../medical-insurance/bill.js';
import { recordCommercialClaim } from '../medical-insurance/record-commercial-claim.js';
import { treatAndRefund } from '../medical-insurance/treat.js';
import { composeHousehold } from '../people/compose-household.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import { LISTED, type PlantedPatient, plantPatient } from './plant-patient.js';
import { plantStay, type Stay, stayVisit } from './plant-stay.js';
import { billRow, commercialRow, fundRow, grantRow } from './rows.js';
import { settlePlanted } from './settle-planted.js';
import type { Scenario } from './truth.js';

/** Recent enough that a year of bills around it is in the records. */
const recentDay = (county: County, random: Random) => county.asOf - random.integer(60, 190);

/** A stay that leaves some 5,000 to 9,000 yuan: much, but under the line of the large-cost prompt. */
const stayOf = (random: Random, code: string, settled: number): Stay => ({
  code,
  settled,
  total: random.integer(180, 240) * 100,
  burdenAtLeast: 5_000,
  level: 'SECONDARY',
});

const hundreds = (yuan: number) => 100 * Math.round(yuan / 100);

function fundAndGrant(county: County, random: Random, person: Person, code: string, day: number, share: number, burden: number) {
  const disease = diseaseOf(code);
  const amount = 500 * random.integer(4, 6);
  const grant = recordGrant(random, county, { person, project: PROJECTS.special, day, disease, amount });
  const rest = Math.floor((burden * share) / 100 / 100) * 100 - amount;
  const fund = recordSpecialFund(random, county, {
    person,
    disease,
    day: day + random.integer(3, 12),
    paid: true,
    amount: Math.max(100, rest),
  });
  return [grantRow(grant), fundRow(fund)];
}

function treated(county: County, random: Random): PlantedPatient & { code: string; settled: number } {
  return { ...plantPatient(county, random), code: random.pick(LISTED), settled: recentDay(county, random) };
}

/** More paid for a bill than it came to (D2), and what only looks like it. */
export const OVERPAID_SCENARIOS: readonly Scenario[] = [
  {
    label: 'payers-exceed-the-bill',
    rule: 'D2',
    expected: 'DUPLICATE',
    note: {
      zh: '商业保险赔付超过个人负担,各支付方合计大于总费用',
      en: 'The insurer paid more than was left, so that the payers exceed the bill',
    },
    plant: (county, random) => {
      const { person, insured, code, settled } = treated(county, random);
      const { bill, setl_id, entry } = plantStay(county, random, insured, stayOf(random, code, settled));
      const claim = (liability: '政策内' | '目录外', amount: number) =>
        recordCommercialClaim(county.insurance, insured, {
          setl_id,
          liability,
          policyYear: partsOf(settled).year,
          paid: settled + 4,
          amount,
        });
      const inPolicy = claim('政策内', inPolicyLeft(bill));
      const outside = claim('目录外', outsidePolicy(bill) + 100 * random.integer(150, 2_500));
      entry.burden = 0;
      return { persons: [person], rows: [billRow(setl_id), commercialRow(inPolicy), commercialRow(outside)] };
    },
  },
  {
    label: 'aid-exceeds-what-was-left',
    rule: 'D2',
    expected: 'DUPLICATE',
    note: { zh: '慈善救助与专项基金合计超过个人负担', en: "The charity's grant and the special fund exceed what the bill left" },
    plant: (county, random) => {
      const { person, insured, code, settled } = treated(county, random);
      const { setl_id, entry } = plantStay(county, random, insured, stayOf(random, code, settled));
      const aid = fundAndGrant(county, random, person, code, settled + 6, 1.15 + random.unit() * 0.5, entry.burden);
      return { persons: [person], rows: [billRow(setl_id), ...aid] };
    },
  },
  {
    label: 'aid-up-to-what-was-left',
    rule: 'D2',
    expected: 'NO_FINDING',
    note: {
      zh: '慈善救助后专项基金补足缺口,合计不超过个人负担',
      en: 'The special fund topped up the grant, to no more than the bill left',
    },
    plant: (county, random) => {
      const { person, insured, code, settled } = treated(county, random);
      const { setl_id, entry } = plantStay(county, random, insured, stayOf(random, code, settled));
      const aid = fundAndGrant(county, random, person, code, settled + 6, 0.97, entry.burden);
      return { persons: [person], rows: [billRow(setl_id), ...aid] };
    },
  },
  {
    label: 'aid-for-another-illness',
    rule: 'D2',
    expected: 'NO_FINDING',
    note: {
      zh: '两种疾病两次住院,救助金额超过较小的一次,但属于较大的一次',
      en: 'Two illnesses, two stays; the aid exceeds the smaller bill but was for the larger',
    },
    plant: (county, random) => {
      const { person, insured, settled } = treated(county, random);
      const first = plantStay(county, random, insured, { code: 'N18.5', settled: settled - 12, total: 21_000, burdenAtLeast: 6_000 });
      const second = plantStay(county, random, insured, { code: 'K80.2', settled, total: 5_200 });
      const grant = recordGrant(random, county, {
        person,
        project: PROJECTS.special,
        day: settled + 9,
        disease: diseaseOf('N18.5'),
        amount: 4_500,
      });
      return { persons: [person], rows: [billRow(first.setl_id), billRow(second.setl_id), grantRow(grant)] };
    },
  },
  {
    label: 'aid-before-a-late-upload',
    rule: 'D2',
    expected: 'NO_FINDING',
    note: { zh: '结算晚传45天,救助先于结算', en: 'The hospital uploaded the bill 45 days late; the aid came before it' },
    plant: (county, random) => {
      const { person, insured, code } = treated(county, random);
      const settled = county.asOf - random.integer(40, 120);
      const bill = plantStay(county, random, insured, { ...stayOf(random, code, settled), late: 45 });
      const amount = hundreds((bill.entry.burden / 100) * 0.6);
      const fund = recordSpecialFund(random, county, { person, disease: diseaseOf(code), day: settled - 20, paid: true, amount });
      return { persons: [person], rows: [billRow(bill.setl_id), fundRow(fund)] };
    },
  },
  {
    label: 'refunded-and-settled-again',
    rule: 'D2',
    expected: 'NO_FINDING',
    note: { zh: '结算后冲销,再次结算:三行,实为一笔', en: 'Settled, reversed and settled again: three rows, one bill' },
    plant: (county, random) => {
      const { person, insured, code, settled } = treated(county, random);
      const stay = stayOf(random, code, settled);
      const [wrong, reversal] = treatAndRefund(county, random, insured, stayVisit(county, random, { ...stay, total: stay.total * 1.4 }));
      const bill = plantStay(county, random, insured, { ...stay, settled: settled + 5 });
      const aid = fundAndGrant(county, random, person, code, settled + 11, 0.9, bill.entry.burden);
      return { persons: [person], rows: [billRow(wrong), billRow(reversal), billRow(bill.setl_id), ...aid] };
    },
  },
  {
    label: 'school-grant-beside-a-bill',
    rule: 'D2',
    expected: 'NO_FINDING',
    note: { zh: '助学金大于同期医疗费用,但与医疗无关', en: "A school grant larger than that time's bill: it is for no bill" },
    plant: (county, random) => {
      const { person, insured, settled } = treated(county, random);
      const bill = plantStay(county, random, insured, { code: 'K35.8', settled, total: 3_900 });
      const grant = recordGrant(random, county, { person, project: PROJECTS.school, day: settled + 8, amount: 5_000 });
      return { persons: [person], rows: [billRow(bill.setl_id), grantRow(grant)] };
    },
  },
  {
    label: 'aid-of-a-namesake',
    rule: 'D2',
    expected: 'DIFFERENT_PERSONS',
    note: { zh: '同名不同人:一人有医疗费用,另一人获专项基金', en: 'Two people of one name: one has the bill, the other the special fund' },
    plant: (county, random) => {
      const { person, insured, code, settled } = treated(county, random);
      const bill = plantStay(county, random, insured, { ...stayOf(random, code, settled), burdenAtLeast: 3_000 });
      const [role] = composeHousehold(random, 'SINGLE', county.asOf);
      const namesake = settlePlanted(county, random, random.pick(county.villages), [{ ...role, sex: person.sex, name: person.name }])
        .members[0];
      const fund = recordSpecialFund(random, county, {
        person: namesake,
        disease: diseaseOf(code),
        day: settled + 14,
        paid: true,
        amount: hundreds(bill.entry.burden / 100) + 9_000,
      });
      return { persons: [person, namesake], rows: [billRow(bill.setl_id), fundRow(fund)] };
    },
  },
];
