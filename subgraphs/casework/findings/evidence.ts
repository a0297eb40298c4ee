import type { Aid, Bill, OpenTime, Status } from '../released/facts.js';
import { amountOf, type Money } from '../values/money.js';
import type { Evidence } from './judgement.js';

/** A bill as evidence, with the amount that matters to the rule. */
export const billEvidence = (source: string, { record }: Bill, amount: Money): Evidence => ({
  ...{ source, record: 'BILL', id: record.id ?? null, kind: null },
  ...{ from: record.admittedOn ?? record.settledOn ?? null, to: record.settledOn ?? null, amount: amountOf(amount) },
});

/** An aid as evidence. */
export const aidEvidence = ({ source, record }: Aid): Evidence => ({
  ...{ source, record: 'AID', id: record.id ?? null, kind: record.kind ?? null },
  ...{ from: record.grantedOn ?? null, to: record.lastPaidOn ?? record.grantedOn ?? null, amount: record.amount ?? null },
});

/** A campaign as evidence, with what it raised. */
export const campaignEvidence = (source: string, { record }: OpenTime): Evidence => ({
  ...{ source, record: 'CAMPAIGN', id: record.id ?? null, kind: null },
  ...{ from: record.openedOn ?? null, to: record.closedOn ?? null, amount: record.raised ?? null },
});

/** A status as evidence. */
export const statusEvidence = (source: string, { record }: Status): Evidence => ({
  ...{ source, record: 'STATUS', id: null, kind: record.statusClass ?? null },
  ...{ from: record.since ?? null, to: record.until ?? null, amount: null },
});
