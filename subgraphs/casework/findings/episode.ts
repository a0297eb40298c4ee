import type { AidCause } from '../../../schema/vocabulary/aid-causes.js';
import type { AidKind } from '../../../schema/vocabulary/aid-kinds.js';
import type { Aid, Bill, Facts } from '../released/facts.js';
import { kindsOf } from '../released/kinds-of-source.js';
import type { Source } from '../released/source.js';
import { allOf, type Certainty } from '../values/certainty.js';
import { isWithin, type Period } from '../values/day-span.js';
import { isExact, type Money, orNothing, sum, UNKNOWN } from '../values/money.js';

/** Which aid is meant for medical bills. */
export interface Earmarked {
  /** Kinds that are given for a bill, whatever their cause says. */
  readonly always: readonly AidKind[];
  /** Kinds that are when one of the causes is theirs. */
  readonly forCauses: readonly AidKind[];
  readonly causes: readonly AidCause[];
}

/** The part of something that counts. */
export interface Counted<T> {
  readonly item: T;
  readonly amount: Money;
}

/** The sources that may give such aid. */
export const earmarkingSources = ({ aid }: Facts, { always, forCauses }: Earmarked): readonly Source<Aid>[] =>
  aid.filter(({ source }) => kindsOf(source).some((kind) => always.includes(kind) || forCauses.includes(kind)));

/** Aid meant for medical bills and paid within `period`; what may be neither counts as [0, x]. */
export const earmarkedWithin = (sources: readonly Source<Aid>[], earmarked: Earmarked, period: Period): Counted<Aid>[] =>
  sources.flatMap(({ items }) =>
    items.flatMap((aid) => counted(aid, aid.amount, allOf([isEarmarked(aid, earmarked), isWithin(aid.paid, period)]))),
  );

/** What the patient was left with of the bills settled within `period`. */
export const leftWithin = (bills: Source<Bill>, period: Period): Counted<Bill>[] =>
  bills.items.flatMap((bill) => counted(bill, bill.left, isWithin(bill.settled, period)));

/** Their sum; unknown when a source did not say. */
export const totalOf = (parts: readonly Counted<unknown>[], sources: readonly Source<unknown>[] = []): Money =>
  sum([...parts.map(({ amount }) => amount), ...sources.filter(({ state }) => state !== 'ANSWERED').map(() => UNKNOWN)]);

function counted<T>(item: T, amount: Money, counts: Certainty): Counted<T>[] {
  if (counts === 'NO') return [];
  return [{ item, amount: counts === 'YES' ? amount : orNothing(amount) }];
}

function isEarmarked({ kinds, record: { cause } }: Aid, { always, forCauses, causes }: Earmarked): Certainty {
  const each = kinds.map((kind): Certainty => {
    if (kind === null) return 'MAYBE';
    if (always.includes(kind)) return 'YES';
    if (!forCauses.includes(kind)) return 'NO';
    return cause == null ? 'MAYBE' : (causes as readonly string[]).includes(cause) ? 'YES' : 'NO';
  });
  const [first = 'NO'] = each;
  return each.every((one) => one === first) ? first : 'MAYBE';
}

/** The sources whose part of a sum is no exact amount. */
export const coarseOf = (bills: readonly Counted<Bill>[], source: string, aid: readonly Counted<Aid>[]): string[] => [
  ...(bills.some(({ amount }) => !isExact(amount)) ? [source] : []),
  ...aid.filter(({ amount }) => !isExact(amount)).map(({ item }) => item.source),
];
