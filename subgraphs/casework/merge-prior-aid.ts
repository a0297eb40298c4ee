import type { AidAnswer, AidRecord } from '../../schema/types/aid.js';
import type { Amount } from '../../schema/types/amount.js';
import { sumAmounts, UNKNOWN_AMOUNT } from '../../schema/values/amount.js';
import { newestPartialDate } from '../../schema/values/partial-date.js';
import type { PriorAid, PriorAidItem, PriorAidSource } from './types/prior-aid.js';

const DAY = 86_400_000;

/**
 * Merges what the agencies released to one asker. Sound whatever was withheld: a part that is not known counts as
 * [0, ∞), so a total's `min` is certain and its `max` is there only when everything is known.
 */
export function mergePriorAid(
  inputs: readonly { readonly source: string; readonly answer: AidAnswer | null }[],
  county: { readonly now: Date; readonly freshnessDays: number },
): PriorAid {
  const sources = inputs.map(({ source, answer }) => summarise(source, answer, county));
  return {
    total: sumAmounts(sources.map(({ total }) => total)),
    newestOn: newestPartialDate(sources.map(({ newestOn }) => newestOn)),
    items: inputs.flatMap(({ source, answer }) => (answer?.items ?? []).map((record) => itemOf(source, record))),
    sources,
  };
}

function summarise(source: string, answer: AidAnswer | null, county: { now: Date; freshnessDays: number }): PriorAidSource {
  const items = answer?.items ?? null;
  return {
    source,
    state: answer === null ? 'NOT_ANSWERED' : items === null ? 'WITHHELD' : 'ANSWERED',
    asOf: answer?.asOf ?? null,
    freshness: freshness(answer?.asOf, county),
    total: items === null ? UNKNOWN_AMOUNT : sumAmounts(items.map(({ amount }) => amount ?? UNKNOWN_AMOUNT)),
    newestOn: newestPartialDate((items ?? []).map(({ lastPaidOn, grantedOn }) => lastPaidOn ?? grantedOn ?? null)),
  };
}

function freshness(asOf: string | undefined, county: { now: Date; freshnessDays: number }): string {
  const time = asOf === undefined ? Number.NaN : Date.parse(asOf);
  if (Number.isNaN(time)) return 'UNKNOWN';
  return county.now.getTime() - time > county.freshnessDays * DAY ? 'LATE' : 'FRESH';
}

function itemOf(source: string, record: AidRecord): PriorAidItem {
  const amount: Amount | null = record.amount ?? null;
  return {
    source,
    id: record.id ?? null,
    kind: record.kind ?? null,
    programme: record.programme ?? null,
    cause: record.cause ?? null,
    diagnosis: record.diagnosis ?? null,
    amount,
    grantedOn: record.grantedOn ?? null,
    lastPaidOn: record.lastPaidOn ?? null,
  };
}
