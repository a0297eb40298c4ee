import { partsOf } from '../calendar.js';
import { enterHousehold } from '../civil-affairs/enter-household.js';
import { recordDibao } from '../civil-affairs/record-dibao.js';
import type { County } from '../county.js';
import { inPolicyLeft, outsidePolicy } from '../medical-insurance/bill.js';
import { claimOnApplication } from '../medical-insurance/claim-on-application.js';
import type { Insured } from '../medical-insurance/insured.js';
import { recordCommercialClaim } from '../medical-insurance/record-commercial-claim.js';
import type { SettledVisit } from '../medical-insurance/treat.js';
import type { Household } from '../people/person.js';
import type { Random } from '../random.js';
import { LISTED, plantPatient } from './plant-patient.js';
import { plantStay } from './plant-stay.js';
import { billRow, commercialRow, maClaimRow } from './rows.js';
import type { Scenario } from './truth.js';

/** A person on dibao, whom medical assistance pays most of what is left within the policy. */
const onDibao = (county: County, random: Random) => (household: Household) => {
  const known = enterHousehold(random, county.civil, household);
  recordDibao(random, county, known, { begin: county.asOf - random.integer(700, 1_500), member: household.members[0] });
};

const stay = (county: County, random: Random) => ({
  code: random.pick(LISTED),
  settled: county.asOf - random.integer(60, 300),
  total: random.integer(200, 280) * 100,
});

function claim(county: County, insured: Insured, visit: SettledVisit, liability: '政策内' | '目录外', amount: number) {
  const { settled } = visit.entry;
  visit.entry.burden -= amount;
  const policyYear = partsOf(settled).year;
  const { setl_id } = visit;
  return commercialRow(recordCommercialClaim(county.insurance, insured, { setl_id, liability, policyYear, paid: settled + 5, amount }));
}

/** What medical assistance left of the part within the policy, fen. */
const stillIn = ({ bill }: SettledVisit) => inPolicyLeft(bill) - bill.assistance;

/** Medical assistance and commercial insurance on the same part of a bill (D3), and what only looks like it. */
export const SAME_PART_SCENARIOS: readonly Scenario[] = [
  {
    label: 'assistance-and-commercial-on-one-part',
    rule: 'D3',
    expected: 'DUPLICATE',
    note: {
      zh: '医疗救助与商业保险对同一政策内剩余部分重复支付',
      en: 'Medical assistance and the insurer both paid for the same remainder within the policy',
    },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random, onDibao(county, random));
      const visit = plantStay(county, random, insured, stay(county, random));
      const row = claim(county, insured, visit, '政策内', stillIn(visit) + 100 * random.integer(200, 1_500));
      return { persons: [person], rows: [billRow(visit.setl_id), row] };
    },
  },
  {
    label: 'application-after-commercial',
    rule: 'D3',
    expected: 'DUPLICATE',
    note: {
      zh: '商业保险已赔付政策内剩余部分,此后依申请的医疗救助仍按全额计算',
      en: 'The insurer had paid on the remainder; medical assistance on application was still worked out on all of it',
    },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random);
      const visit = plantStay(county, random, insured, { ...stay(county, random), settled: county.asOf - random.integer(90, 300) });
      const applied = visit.entry.settled + 20;
      const application = { maClass: '因病致贫重病患者', rate: 0.6, applied, paid: applied + 20 } as const;
      const key = claimOnApplication(county, insured, visit, application);
      if (key === undefined) throw new Error('nothing was left to apply for');
      const row = claim(county, insured, visit, '政策内', Math.round(stillIn(visit) * (0.55 + random.unit() * 0.2)));
      return { persons: [person], rows: [billRow(visit.setl_id), maClaimRow(key), row] };
    },
  },
  {
    label: 'commercial-within-the-remainder',
    rule: 'D3',
    expected: 'NO_FINDING',
    note: { zh: '医疗救助后商业保险仅赔付剩余部分', en: 'After medical assistance the insurer paid only what was still left' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random, onDibao(county, random));
      const visit = plantStay(county, random, insured, stay(county, random));
      // Up to a fen under a yuan more than the remainder: rounding, not a second payment.
      const row = claim(county, insured, visit, '政策内', random.chance(0.3) ? stillIn(visit) + 99 : Math.round(stillIn(visit) * 0.6));
      return { persons: [person], rows: [billRow(visit.setl_id), row] };
    },
  },
  {
    label: 'commercial-outside-the-catalogue',
    rule: 'D3',
    expected: 'NO_FINDING',
    note: { zh: '商业保险赔付的是目录外费用', en: 'The insurer paid on the part outside the catalogue' },
    plant: (county, random) => {
      const { person, insured } = plantPatient(county, random, onDibao(county, random));
      const visit = plantStay(county, random, insured, { ...stay(county, random), outside: 0.25 });
      const row = claim(county, insured, visit, '目录外', Math.round(outsidePolicy(visit.bill) * 0.8));
      return { persons: [person], rows: [billRow(visit.setl_id), row] };
    },
  },
  {
    label: 'assistance-and-commercial-on-two-bills',
    rule: 'D3',
    expected: 'NO_FINDING',
    note: {
      zh: '两次结算:一次由医疗救助支付,另一次由商业保险赔付',
      en: 'Two bills: one had medical assistance, the other a commercial claim',
    },
    plant: (county, random) => {
      const begin = county.asOf - random.integer(90, 180);
      const { person, insured } = plantPatient(county, random, (household) => {
        recordDibao(random, county, enterHousehold(random, county.civil, household), { begin, member: household.members[0] });
      });
      const before = plantStay(county, random, insured, { ...stay(county, random), settled: begin - 30, total: 19_000 });
      const row = claim(county, insured, before, '政策内', Math.round(stillIn(before) * 0.9));
      const after = plantStay(county, random, insured, { ...stay(county, random), settled: begin + 45, total: 17_000 });
      return { persons: [person], rows: [billRow(before.setl_id), row, billRow(after.setl_id)] };
    },
  },
];
