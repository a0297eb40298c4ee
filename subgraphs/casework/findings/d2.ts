import { amountWords } from '../../../schema/values/amount-words.js';
import type { FindingCertainty } from '../../../schema/vocabulary/finding-rules.js';
import type { Aid, Bill, Facts } from '../released/facts.js';
import type { Source } from '../released/source.js';
import { isKnown, type Period, widened } from '../values/day-span.js';
import { amountOf, exactly, sum } from '../values/money.js';
import { type Counted, coarseOf, type Earmarked, earmarkedWithin, earmarkingSources, leftWithin, totalOf } from './episode.js';
import { aidEvidence, billEvidence } from './evidence.js';
import { Collected, type NameOf, type Rule } from './judgement.js';
import { hedge, settledWords } from './sentences.js';
import { type Weighed, weighAll, weighed, weighMore, weighParts } from './weigh.js';

/** Parameters of D2. */
export interface D2 {
  /** Fen by which payers and aid may exceed the bills. */
  readonly tolerance: bigint;
  /** Days after a bill in which aid is taken to be for it, and around them, days whose bills that aid may be for as well. */
  readonly episodeDays: number;
  readonly earmarked: Earmarked;
  /** Days back to which the bureau's bills reach: of an earlier time nobody knows what was left. */
  readonly billsReachDays: number;
}

/**
 * D2: the payers of one bill paid more than it came to; or after a stay more aid meant for medical bills was given than the patient
 * was left with on all bills around it. Never a reason to refuse: aid that is not tied to a bill may lawfully exceed it, so the
 * sentence asks for a review (domain 2.4).
 */
export const d2: Rule<D2> = (facts, parameters, nameOf) => {
  const collected = new Collected();
  const { bills } = facts;
  collected.lackUnless([bills]);
  for (const bill of bills.items) overpaidBill(collected, facts, bill, parameters, nameOf);
  const stays = bills.items
    .map(({ admitted, settled }) => ({ begin: admitted, end: settled }))
    .filter(({ begin, end }) => isKnown(begin) && isKnown(end));
  const episodes = distinct(stays).map((stay) => episodeOf(facts, stay, parameters));
  // Episodes of neighbouring bills tell of the same aid: one of them is reported, the surest and newest.
  const [surest] = episodes.toSorted((one, other) => rank(other.weight) - rank(one.weight) || other.stay.end.to - one.stay.end.to);
  if (surest) reportEpisode(collected, facts, surest, nameOf);
  return collected.judgement();
};

function overpaidBill(collected: Collected, { bills }: Facts, bill: Bill, { tolerance }: D2, nameOf: NameOf): void {
  const found = (certainty: FindingCertainty) => {
    const [paid, total] = [bill.paid, bill.total].map((money) => amountWords(amountOf(money)));
    const when = settledWords(bill.record);
    return {
      evidence: [billEvidence(bills.source, bill, bill.total)],
      sentence: hedge(certainty, {
        zh: `${when.zh}${nameOf(bills.source).zh}一笔结算总额 ${total?.zh}，各支付方合计支付 ${paid?.zh}，超过总额，请复核（不作为拒绝救助的理由）。`,
        en: `On a bill ${when.en} (${nameOf(bills.source).en}) of ${total?.en} the payers together paid ${paid?.en}, more than it came to. Please review; no reason to refuse.`,
      }),
    };
  };
  collected.weigh(weighParts(bill.paid, sum([bill.total, exactly(tolerance)])), found, [bills.source]);
}

interface Episode {
  readonly stay: Period;
  readonly weight: Weighed;
  readonly bills: readonly Counted<Bill>[];
  readonly aid: readonly Counted<Aid>[];
  readonly sources: readonly Source<Aid>[];
}

function episodeOf(facts: Facts, stay: Period, { tolerance, episodeDays, earmarked, billsReachDays }: D2): Episode {
  const sources = earmarkingSources(facts, earmarked);
  const aid = earmarkedWithin(sources, earmarked, widened(stay, 0, episodeDays));
  const around = widened(stay, episodeDays, episodeDays);
  const bills = leftWithin(facts.bills, around);
  const more = weighMore(totalOf(aid, sources), sum([totalOf(bills), exactly(tolerance)]));
  const weight = weighAll([more, weighed(around.begin.from >= facts.today - billsReachDays ? 'YES' : 'MAYBE')]);
  return { stay, weight, bills, aid, sources };
}

const rank = ({ certainty, speaksFor }: Weighed): number => (certainty === 'YES' ? 3 : certainty === 'NO' ? 0 : speaksFor ? 2 : 1);

function reportEpisode(collected: Collected, facts: Facts, { weight, bills, aid, sources }: Episode, nameOf: NameOf): void {
  const { source } = facts.bills;
  const found = (certainty: FindingCertainty) => {
    const [given, left] = [totalOf(aid), totalOf(bills)].map((money) => amountWords(amountOf(money)));
    return {
      evidence: [...aid.map(({ item }) => aidEvidence(item)), ...bills.map(({ item }) => billEvidence(source, item, item.left))],
      sentence: hedge(certainty, {
        zh: `相近时间的医疗费用经各项支付后个人负担 ${left?.zh}（${nameOf(source).zh}），此后为此给予的救助合计 ${given?.zh}，超过个人负担，请复核（不作为拒绝救助的理由）。`,
        en: `Of the bills of that time the person was left with ${left?.en} (${nameOf(source).en}); aid given for them since comes to ${given?.en}, which is more. Please review; no reason to refuse.`,
      }),
    };
  };
  collected.weigh(weight, found, coarseOf(bills, source, aid), sources);
}

const distinct = (stays: readonly Period[]): Period[] => [...new Map(stays.map((stay) => [JSON.stringify(stay), stay])).values()];
