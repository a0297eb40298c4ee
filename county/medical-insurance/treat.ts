import { partsOf } from '../calendar.js';
import type { County } from '../county.js';
import { type HadBill, statusOn } from '../diary.js';
import type { Random } from '../random.js';
import { ALERT_LINE } from '../rates.js';
import { accountOf, type Insured } from './insured.js';
import { recordAlert } from './record-alert.js';
import { recordCommercialClaim } from './record-commercial-claim.js';
import { recordSettlement, type Treatment } from './record-settlement.js';
import { burdenOf, type Charge, enterBill, type Settled, settleBill } from './settle-bill.js';

/** A treatment and what it costs, fen. */
export interface Visit extends Treatment {
  readonly total: number;
  /** The bill grows until at least this much of it is left to the person after every payer. */
  readonly burdenAtLeast?: number;
  /** Share outside the policy; drawn when missing. */
  readonly outside?: number;
  /** Settled as if the person had no status, as hospitals elsewhere do. */
  readonly withoutAssistance?: true;
}

/** A bill that stands in the records, with its key. */
export interface SettledVisit extends Settled {
  readonly setl_id: string;
  /** As it stands in the person's diary. */
  readonly entry: HadBill;
}

/** Under this nothing outside the policy would be left to somebody whom medical assistance pays everything else. */
const LEAST_OUTSIDE = 0.05;

function drawCharge(random: Random, visit: Visit): (total: number) => Charge {
  const { careType, hospital } = visit;
  const drawn = random.beta(2, 18);
  const outside = visit.outside ?? (visit.burdenAtLeast === undefined ? drawn : Math.max(LEAST_OUTSIDE, drawn));
  const hospitalPart = random.chance(0.004) ? random.integer(500, 8_000) : 0;
  const accountLimit = careType === 'OUTPATIENT' ? random.integer(2_000, 20_000) : random.integer(0, 60_000);
  return (total) => {
    const out = Math.round(total * outside);
    const advanceSelfPay = Math.floor(out * 0.25);
    const overLimit = Math.floor(out * 0.05);
    const fullSelfPay = out - advanceSelfPay - overLimit;
    return { careType, level: hospital.level, total, fullSelfPay, overLimit, advanceSelfPay, hospital: hospitalPart, accountLimit };
  };
}

/** Treats an insured person: settles the bill, and writes it down with what the insurer adds and the prompt it may set off. */
export function treat(county: County, random: Random, insured: Insured, visit: Visit): SettledVisit {
  const account = accountOf(insured, partsOf(visit.settled).year);
  const status = visit.withoutAssistance ? undefined : statusOn(insured.diary, visit.admitted);
  const charge = drawCharge(random, visit);
  let { total } = visit;
  let settled = settleBill(insured, account, status, charge(total));
  while (burdenOf(settled) < (visit.burdenAtLeast ?? 0)) {
    total = Math.round(total * 1.25);
    settled = settleBill(insured, account, status, charge(total));
  }
  enterBill(account, settled);

  const files = county.insurance;
  const setl_id = recordSettlement(random, files, insured, visit, settled.bill);
  const { commercialInPolicy, commercialOutside, bill } = settled;
  const paid = Math.min(county.insuranceAsOf, visit.settled + random.integer(0, 6));
  const policyYear = partsOf(visit.settled).year;
  const claim = (liability: '政策内' | '目录外', amount: number) =>
    amount > 0 && recordCommercialClaim(files, insured, { setl_id, liability, policyYear, paid, amount });
  claim('政策内', commercialInPolicy);
  claim('目录外', commercialOutside);

  const burden = account.personalPart - account.commercial;
  if (!account.alerted && burden > ALERT_LINE) {
    account.alerted = true;
    recordAlert(random, files, insured, { day: Math.min(county.insuranceAsOf, visit.settled + random.integer(1, 3)), burden });
  }
  const { diary } = insured;
  const code = visit.diagnosis?.code ?? '';
  const entry = { admitted: visit.admitted, settled: visit.settled, code, burden: burdenOf(settled) };
  diary.bills.push(entry);
  if (bill.assistance > 0) {
    diary.aids.push({
      kind: 'MEDICAL_ASSISTANCE',
      day: visit.settled,
      amount: bill.assistance / 100,
      illness: true,
      forBills: false,
      code,
    });
  }
  return { ...settled, setl_id, entry };
}

/** Settles a visit and takes it back, as a hospital that corrects a bill does: two rows that cancel each other. */
export function treatAndRefund(county: County, random: Random, insured: Insured, visit: Visit): readonly [string, string] {
  const account = { leftByPool: 0, criticalIllness: 0, assistance: 0, personalPart: 0, commercial: 0, alerted: true };
  const status = statusOn(insured.diary, visit.admitted);
  const { bill } = settleBill({ ...insured, commercial: false }, account, status, drawCharge(random, visit)(visit.total));
  const files = county.insurance;
  const first = recordSettlement(random, files, insured, visit, bill);
  const settled = Math.min(county.insuranceAsOf, visit.settled + random.integer(0, 4));
  return [first, recordSettlement(random, files, insured, { ...visit, settled }, bill, first)];
}
