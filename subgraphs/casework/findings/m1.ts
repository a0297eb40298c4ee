import { amountWords } from '../../../schema/values/amount-words.js';
import { naturalDay } from '../../../schema/values/natural-day.js';
import type { AidKind } from '../../../schema/vocabulary/aid-kinds.js';
import type { FindingCertainty } from '../../../schema/vocabulary/finding-rules.js';
import type { Aid } from '../released/facts.js';
import { isAmong, kindsOf } from '../released/kinds-of-source.js';
import type { Source } from '../released/source.js';
import { allOf, anyOf, type Certainty, notSo } from '../values/certainty.js';
import { dayOf, isWithin, monthsBefore, periodOf } from '../values/day-span.js';
import { amountOf, exactly, isMore, type Money, NOTHING } from '../values/money.js';
import { leftWithin, totalOf } from './episode.js';
import { billEvidence } from './evidence.js';
import { Collected, type Rule } from './judgement.js';
import { hedge, listWords } from './sentences.js';
import { weighAll, weighed, weighMore } from './weigh.js';

/** Parameters of M1. */
export interface M1 {
  /** Fen of personal burden within `months` up to the request's day. */
  readonly burden: bigint;
  readonly months: number;
  /** Kinds of aid that answer a bill. A regular allowance for living does not: those it is paid to can be missed like others. */
  readonly kinds: readonly AidKind[];
  /** The last days of each source's data in which there was none. */
  readonly quietDays: number;
}

/**
 * M1: a year's personal burden over the line, and no aid in the last days of data (domain 2.5; 浙江省医疗保障条例 art. 45 makes the
 * prompt a duty). Every source's last days end with its own data; a late source is not certain of anything.
 */
export const m1: Rule<M1> = ({ today, bills, aid }, { burden, months, kinds, quietDays }, nameOf) => {
  const collected = new Collected();
  collected.lackUnless([bills]);
  if (bills.state !== 'ANSWERED') return collected.judgement();
  const parts = leftWithin(bills, periodOf(monthsBefore(today, months) + 1, today));
  const left: Money = totalOf(parts);
  const over = weighMore(left, exactly(burden));
  const sources = aid.filter(({ source }) => kindsOf(source).some((kind) => kinds.includes(kind)));
  const quiet = sources.map((source) => quietOf(source, kinds, quietDays));
  const answered = sources.filter(({ state }) => state === 'ANSWERED');
  const weight = weighAll([over, weighed(allOf(quiet), answered.length > 0)]);

  const found = (certainty: FindingCertainty) => {
    const amount = amountWords(amountOf(left));
    const heard = listWords(answered.map(({ source }) => nameOf(source)));
    return {
      evidence: parts.toSorted(largestFirst).map(({ item }) => billEvidence(bills.source, item, item.left)),
      sentence: hedge(certainty, {
        zh: `近 ${months} 个月医疗费用个人负担 ${amount.zh}（${nameOf(bills.source).zh}），最近 ${quietDays} 天的数据中没有救助记录（已答复：${heard.zh}），请主动核实。`,
        en: `In the last ${months} months the person was left with ${amount.en} of medical bills (${nameOf(bills.source).en}), and in the last ${quietDays} days of data there is no aid (answered: ${heard.en}). Please look into it.`,
      }),
    };
  };
  collected.weigh(weight, found, [bills.source], sources);
  return collected.judgement();
};

/** Whether a source's last days hold no such aid. */
function quietOf({ state, asOf, freshness, items }: Source<Aid>, wanted: readonly AidKind[], quietDays: number): Certainty {
  const end = asOf === null ? undefined : naturalDay(new Date(asOf));
  if (state !== 'ANSWERED' || end === undefined) return 'MAYBE';
  const last = periodOf(dayOf(end) - quietDays, Number.POSITIVE_INFINITY);
  const aided = anyOf(items.map((item) => allOf([isAmong(item.kinds, wanted), isWithin(item.paid, last), isMore(item.amount, NOTHING)])));
  return freshness === 'FRESH' ? notSo(aided) : allOf([notSo(aided), 'MAYBE']);
}

const largestFirst = (one: { amount: Money }, other: { amount: Money }): number =>
  one.amount.min === other.amount.min ? 0 : other.amount.min > one.amount.min ? 1 : -1;
