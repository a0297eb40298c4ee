import type { AidRecord } from '../../../schema/types/aid.js';
import type { Campaign } from '../../../schema/types/campaign.js';
import type { Settlement } from '../../../schema/types/settlement.js';
import type { StatusRecord } from '../../../schema/types/status.js';
import type { AidKind } from '../../../schema/vocabulary/aid-kinds.js';
import { type DaySpan, hullOf, spanOf } from '../values/day-span.js';
import { leftOf, type Money, moneyOf, sum } from '../values/money.js';
import { possibleKinds } from './kinds-of-source.js';
import type { Source } from './source.js';

/** A settled bill as it was released, in fen and days. */
export interface Bill {
  readonly record: Settlement;
  readonly settled: DaySpan;
  readonly admitted: DaySpan;
  readonly total: Money;
  readonly inPolicy: Money;
  readonly basicInsurance: Money;
  readonly criticalIllness: Money;
  readonly otherFunds: Money;
  readonly medicalAssistance: Money;
  readonly commercialInPolicy: Money;
  readonly commercialOutside: Money;
  /** All that insurance, funds and medical assistance paid. */
  readonly paid: Money;
  /** What the patient was left with, before any other aid: total − paid, never below zero. */
  readonly left: Money;
}

/** One aid as it was released. */
export interface Aid {
  readonly source: string;
  readonly record: AidRecord;
  readonly kinds: readonly (AidKind | null)[];
  readonly amount: Money;
  readonly granted: DaySpan;
  /** The days all its payments lie in. */
  readonly paid: DaySpan;
}

/** One campaign as it was released. */
export interface OpenTime {
  readonly record: Campaign;
  readonly opened: DaySpan;
  /** The day it closed; of one that is open, no day that has been. */
  readonly closed: DaySpan;
  readonly raised: Money;
}

/** One recognised status as it was released. */
export interface Status {
  readonly record: StatusRecord;
  readonly since: DaySpan;
  /** Its last day; of one that runs, no day that has been. */
  readonly until: DaySpan;
}

/** Everything released to one asker about one person that findings are judged on. */
export interface Facts {
  /** The request's natural day. */
  readonly today: number;
  readonly bills: Source<Bill>;
  readonly aid: readonly Source<Aid>[];
  readonly campaigns: Source<OpenTime>;
  readonly statuses: Source<Status>;
}

const NEVER_YET: DaySpan = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };

export function billOf(record: Settlement): Bill {
  const total = moneyOf(record.total);
  const [basicInsurance, criticalIllness, otherFunds] = [record.basicInsurance, record.criticalIllness, record.otherFunds].map(moneyOf) as [
    Money,
    Money,
    Money,
  ];
  const [medicalAssistance, commercialInPolicy, commercialOutside] = [
    record.medicalAssistance,
    record.commercialInPolicy,
    record.commercialOutside,
  ].map(moneyOf) as [Money, Money, Money];
  const paid = sum([basicInsurance, criticalIllness, otherFunds, medicalAssistance, commercialInPolicy, commercialOutside]);
  return {
    ...{ record, settled: spanOf(record.settledOn), admitted: spanOf(record.admittedOn), total, inPolicy: moneyOf(record.inPolicy) },
    ...{ basicInsurance, criticalIllness, otherFunds, medicalAssistance, commercialInPolicy, commercialOutside },
    ...{ paid, left: leftOf(total, paid) },
  };
}

/** `today` bounds payments whose newest date was not released: nobody records one in advance. */
export function aidOf(source: string, record: AidRecord, today: number): Aid {
  const granted = spanOf(record.grantedOn);
  const newest = record.lastPaidOn == null ? { from: granted.from, to: Math.max(today, granted.from) } : spanOf(record.lastPaidOn);
  return {
    source,
    record,
    kinds: possibleKinds(source, record.kind),
    amount: moneyOf(record.amount),
    granted,
    paid: hullOf(granted, newest),
  };
}

/**
 * A missing end means open or running only where the beginning was released: both are of one category and transform, so they are
 * decided together, and a beginning is always recorded. A test holds the contract's types to it.
 */
const endOf = (begin: string | null | undefined, end: string | null | undefined): DaySpan =>
  begin != null && end == null ? NEVER_YET : spanOf(end);

export const openTimeOf = (record: Campaign): OpenTime => ({
  record,
  opened: spanOf(record.openedOn),
  closed: record.state === 'CLOSED' ? spanOf(record.closedOn) : endOf(record.openedOn, record.closedOn),
  raised: moneyOf(record.raised),
});

export const statusOf = (record: StatusRecord): Status => ({
  record,
  since: spanOf(record.since),
  until: endOf(record.since, record.until),
});
