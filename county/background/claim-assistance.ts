import type { County } from '../county.js';
import { statusOn } from '../diary.js';
import { inPolicyLeft } from '../medical-insurance/bill.js';
import { claimOnApplication } from '../medical-insurance/claim-on-application.js';
import type { Insured } from '../medical-insurance/insured.js';
import { type AssistanceClass, SHORTEST_CLAIM } from '../medical-insurance/record-ma-claim.js';
import { ASSISTANCE_RATE } from '../medical-insurance/settle-bill.js';
import type { SettledVisit, Visit } from '../medical-insurance/treat.js';
import type { Random } from '../random.js';
import type { Status } from '../rates.js';

const CLASS: Readonly<Record<Status, AssistanceClass>> = {
  TEKUN: '特困人员',
  DIBAO: '低保对象',
  NEAR_DIBAO: '低保边缘',
  RIGID_EXPENDITURE: '因病致贫重病患者',
};
const ON_APPLICATION_RATE = 0.6;
/** Yuan in fen: nobody applies for less. */
const WORTH_APPLYING = 100_000;
/** Days within which everybody entitled has been paid. */
const LONGEST_CLAIM = 75;
const ELSEWHERE_SHARE = 0.04;

/** Whether a stay of somebody with a status is settled without medical assistance and claimed afterwards, as outside the province. */
export const settledElsewhere = (county: County, random: Random, { diary }: Insured, visit: Visit): boolean =>
  visit.careType === 'INPATIENT' &&
  visit.burdenAtLeast === undefined &&
  visit.hospital.level === 'TERTIARY' &&
  visit.settled + LONGEST_CLAIM <= county.insuranceAsOf &&
  diary.statuses.length > 0 &&
  ASSISTANCE_RATE[statusOn(diary, visit.admitted) ?? 'RIGID_EXPENDITURE'] !== undefined &&
  random.chance(ELSEWHERE_SHARE);

/** Applies for medical assistance after settlement, for those who get none at it. */
export function claimAssistance(
  county: County,
  random: Random,
  insured: Insured,
  visit: Visit,
  settled: SettledVisit,
  elsewhere: boolean,
): void {
  if (visit.burdenAtLeast !== undefined) return;
  const status = statusOn(insured.diary, visit.admitted);
  const left = inPolicyLeft(settled.bill) - settled.commercialInPolicy;
  const onApplication = status === 'RIGID_EXPENDITURE' || (status === undefined && insured.monitored);
  if (!elsewhere && (!onApplication || left < WORTH_APPLYING)) return;
  const applied = visit.settled + random.integer(3, 35);
  if (applied > county.insuranceAsOf) return;
  const pays = applied + SHORTEST_CLAIM + random.integer(0, 20);
  claimOnApplication(county, insured, settled, {
    maClass: status ? CLASS[status] : '返贫监测对象',
    rate: (elsewhere && status && ASSISTANCE_RATE[status]) || ON_APPLICATION_RATE,
    applied,
    paid: pays <= county.insuranceAsOf ? pays : undefined,
  });
}
