import type { AidRecord } from '../../schema/types/aid.js';
import { sumAmounts, UNKNOWN_AMOUNT } from '../../schema/values/amount.js';
import { newestPartialDate } from '../../schema/values/partial-date.js';
import type { Source } from './released/source.js';
import type { PriorAid, PriorAidItem, PriorAidSource } from './types/prior-aid.js';

/**
 * Merges what the agencies released to one asker. Sound whatever was withheld: a part that is not known counts as
 * [0, ∞), so a total's `min` is certain and its `max` is there only when everything is known.
 */
export function mergePriorAid(answers: readonly Source<AidRecord>[]): PriorAid {
  const sources = answers.map(summarise);
  return {
    total: sumAmounts(sources.map(({ total }) => total)),
    newestOn: newestPartialDate(sources.map(({ newestOn }) => newestOn)),
    items: answers.flatMap(({ source, items }) => items.map((record): PriorAidItem => ({ source, ...record }))),
    sources,
  };
}

const summarise = ({ source, state, asOf, freshness, items }: Source<AidRecord>): PriorAidSource => ({
  ...{ source, state, asOf, freshness },
  total: state === 'ANSWERED' ? sumAmounts(items.map(({ amount }) => amount ?? UNKNOWN_AMOUNT)) : UNKNOWN_AMOUNT,
  newestOn: newestPartialDate(items.map(({ lastPaidOn, grantedOn }) => lastPaidOn ?? grantedOn ?? null)),
});
