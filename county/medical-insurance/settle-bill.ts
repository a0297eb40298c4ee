import type { Status } from '../rates.js';
import { type Bill, inPolicyLeft, outsidePolicy, personalPart } from './bill.js';
import type { Level } from './hospitals.js';
import type { Insured, YearAccount } from './insured.js';

/** How somebody was treated; decides what is deducted and what the pool pays. */
export type CareType = 'INPATIENT' | 'OUTPATIENT' | 'CHRONIC';

/** What a hospital charges, fen. */
export interface Charge {
  readonly careType: CareType;
  readonly level: Level;
  readonly total: number;
  /** Of the total: outside the catalogue, over a price limit, and the patient's part of class B items. */
  readonly fullSelfPay: number;
  readonly overLimit: number;
  readonly advanceSelfPay: number;
  readonly hospital: number;
  /** At most this much comes from an employee's own account. */
  readonly accountLimit: number;
}

/** A bill with what the commercial supplement adds to it. */
export interface Settled {
  readonly bill: Bill;
  readonly commercialInPolicy: number;
  readonly commercialOutside: number;
}

const YUAN = 100;
const DEDUCTIBLE: Readonly<Record<Level, number>> = { PRIMARY: 300 * YUAN, SECONDARY: 600 * YUAN, TERTIARY: 1_000 * YUAN };
/** Pool rates; after deductibles they come to the 68 % of residents and 85 % of employees of 2023. */
const INPATIENT_RATE = {
  resident: { PRIMARY: 0.88, SECONDARY: 0.79, TERTIARY: 0.69 },
  employee: { PRIMARY: 0.93, SECONDARY: 0.91, TERTIARY: 0.88 },
} as const;
const OUTPATIENT_RATE: Readonly<Record<'OUTPATIENT' | 'CHRONIC', number>> = { OUTPATIENT: 0.5, CHRONIC: 0.7 };
const CRITICAL_LINE = { ordinary: 20_000 * YUAN, hardship: 10_000 * YUAN };
const CRITICAL_RATE = { ordinary: 0.6, hardship: 0.65 };
const ASSISTANCE_CAP = 100_000 * YUAN;
const COMMERCIAL_LINE = 10_000 * YUAN;
const COMMERCIAL_RATE = 0.5;
const CIVIL_SERVANT_RATE = 0.5;

/** Rates of medical assistance paid at settlement, by status [assumption]. */
export const ASSISTANCE_RATE: Readonly<Partial<Record<Status, number>>> = { TEKUN: 1, DIBAO: 0.8, NEAR_DIBAO: 0.7 };

const poolRate = (insured: Insured, { careType, level }: Charge): number =>
  careType === 'INPATIENT' ? INPATIENT_RATE[insured.employee ? 'employee' : 'resident'][level] : OUTPATIENT_RATE[careType];

/**
 * Works a bill through the layers of one settlement: pool, critical illness, medical assistance, commercial supplement. Every
 * invariant of the interface holds in the result. Changes nothing; `enterBill` does.
 */
export function settleBill(insured: Insured, account: YearAccount, status: Status | undefined, charge: Charge): Settled {
  const { total, fullSelfPay, overLimit, advanceSelfPay } = charge;
  const inPolicy = total - fullSelfPay - overLimit - advanceSelfPay;
  const deductible = charge.careType === 'INPATIENT' ? Math.min(DEDUCTIBLE[charge.level], inPolicy) : 0;
  const pool = Math.round((inPolicy - deductible) * poolRate(insured, charge));
  const left = inPolicy - pool;

  const terms = status ? 'hardship' : 'ordinary';
  const overLine = Math.max(0, account.leftByPool + left - CRITICAL_LINE[terms]);
  const critical = Math.min(left, Math.max(0, Math.round(overLine * CRITICAL_RATE[terms]) - account.criticalIllness));
  const rate = (status && ASSISTANCE_RATE[status]) ?? 0;
  const assistance = Math.min(Math.round((left - critical) * rate), Math.max(0, ASSISTANCE_CAP - account.assistance));
  const civilServant = insured.civilServant ? Math.round((left - critical - assistance) * CIVIL_SERVANT_RATE) : 0;
  const stillIn = left - critical - assistance - civilServant;

  const hospital = Math.min(charge.hospital, stillIn);
  const personal = total - pool - critical - assistance - civilServant - hospital;
  const fromAccount = insured.employee ? Math.min(personal, charge.accountLimit) : 0;
  const bill: Bill = {
    total,
    fullSelfPay,
    overLimit,
    advanceSelfPay,
    inPolicy,
    deductible,
    pool,
    civilServant,
    enterprise: 0,
    criticalIllness: insured.employee ? 0 : critical,
    largeCost: insured.employee ? critical : 0,
    assistance,
    hospital,
    account: fromAccount,
    cash: personal - fromAccount,
  };
  return { bill, ...commercialShare(insured, account, bill, stillIn - hospital) };
}

function commercialShare(insured: Insured, account: YearAccount, bill: Bill, stillIn: number): Omit<Settled, 'bill'> {
  const personal = personalPart(bill);
  const overLine = account.personalPart + personal - COMMERCIAL_LINE;
  if (!insured.commercial || overLine <= 0 || personal === 0) return { commercialInPolicy: 0, commercialOutside: 0 };
  const due = Math.min(personal, Math.max(0, Math.round(overLine * COMMERCIAL_RATE) - account.commercial));
  const commercialInPolicy = Math.min(stillIn, Math.round((due * stillIn) / personal));
  return { commercialInPolicy, commercialOutside: Math.min(outsidePolicy(bill), due - commercialInPolicy) };
}

/** What is left to the person after every payer of the settlement and the commercial supplement. */
export const burdenOf = ({ bill, commercialInPolicy, commercialOutside }: Settled): number =>
  personalPart(bill) - commercialInPolicy - commercialOutside;

/** Adds a settled bill to the year's account. */
export function enterBill(account: YearAccount, settled: Settled): void {
  const { bill } = settled;
  const critical = bill.criticalIllness + bill.largeCost;
  account.leftByPool += inPolicyLeft(bill) + critical;
  account.criticalIllness += critical;
  account.assistance += bill.assistance;
  account.personalPart += personalPart(bill);
  account.commercial += settled.commercialInPolicy + settled.commercialOutside;
}
