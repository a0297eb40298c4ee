import type { Day } from '../calendar.js';
import type { County } from '../county.js';
import { inPolicyLeft } from './bill.js';
import type { Insured } from './insured.js';
import { type AssistanceClass, recordMaClaim } from './record-ma-claim.js';
import type { SettledVisit } from './treat.js';

/** An application for medical assistance on a settled bill. */
export interface Application {
  readonly maClass: AssistanceClass;
  readonly rate: number;
  readonly applied: Day;
  /** Under way when missing. */
  readonly paid?: Day | undefined;
}

/** Applies for medical assistance on what all others left of the part within the policy. @returns the claim's key, unless nothing was left. */
export function claimOnApplication(county: County, insured: Insured, settled: SettledVisit, application: Application): string | undefined {
  const { entry, bill, commercialInPolicy, setl_id } = settled;
  const amount = Math.round((inPolicyLeft(bill) - bill.assistance - bill.civilServant - commercialInPolicy) * application.rate);
  if (amount <= 0) return undefined;
  const { paid } = application;
  if (paid !== undefined) {
    entry.burden -= amount;
    insured.diary.aids.push({
      kind: 'MEDICAL_ASSISTANCE',
      day: paid,
      amount: amount / 100,
      illness: true,
      forBills: false,
      code: entry.code,
    });
  }
  return recordMaClaim(county.insurance, insured, { ...application, setl_id, amount });
}
