import { amountWords } from '../../../schema/values/amount-words.js';
import type { FindingCertainty } from '../../../schema/vocabulary/finding-rules.js';
import type { Facts, OpenTime } from '../released/facts.js';
import { allOf, type Certainty } from '../values/certainty.js';
import { isBefore, isKnown, isWithin, widened } from '../values/day-span.js';
import { amountOf, exactly, sum } from '../values/money.js';
import { type Earmarked, earmarkedWithin, earmarkingSources, leftWithin, totalOf } from './episode.js';
import { aidEvidence, billEvidence, campaignEvidence } from './evidence.js';
import { Collected, type NameOf, type Rule } from './judgement.js';
import { dateWords, hedge } from './sentences.js';
import { weighAll, weighed, weighMore } from './weigh.js';

/** Parameters of D8. */
export interface D8 {
  /** Fen by which money raised and aid may exceed the gap. */
  readonly tolerance: bigint;
  /** Days around the time a campaign was open whose bills it may be for. */
  readonly episodeDays: number;
  readonly earmarked: Earmarked;
  /** Days back to which the bureau's bills reach: of an earlier time nobody knows what was left. */
  readonly billsReachDays: number;
}

/** D8: two campaigns were open at once; or one raised, with other aid, more than the bills around it left (domain 2.4). */
export const d8: Rule<D8> = (facts, parameters, nameOf) => {
  const collected = new Collected();
  const { campaigns } = facts;
  collected.lackUnless([campaigns]);
  for (const [at, one] of campaigns.items.entries()) {
    for (const other of campaigns.items.slice(at + 1)) openAtOnce(collected, facts, [one, other], nameOf);
    beyondTheGap(collected, facts, one, parameters, nameOf);
  }
  return collected.judgement();
};

function openAtOnce(collected: Collected, { campaigns }: Facts, [one, other]: readonly [OpenTime, OpenTime], nameOf: NameOf): void {
  // One that closes on the day the next one opens follows it.
  const overlap: Certainty = allOf([isBefore(one.opened, other.closed), isBefore(other.opened, one.closed)]);
  const dated = isKnown(one.opened) && isKnown(other.opened);
  const found = (certainty: FindingCertainty) => {
    const [a, b] = [one, other].map(({ record }) => dateWords(record.openedOn));
    return {
      evidence: [campaignEvidence(campaigns.source, one), campaignEvidence(campaigns.source, other)],
      sentence: hedge(certainty, {
        zh: `${nameOf(campaigns.source).zh}上为此人发起的两个求助项目（${a?.zh}、${b?.zh}）同时开放筹款，请核对。`,
        en: `Two campaigns for this person (${nameOf(campaigns.source).en}, opened ${a?.en} and ${b?.en}) were open at the same time. Please check.`,
      }),
    };
  };
  collected.weigh(weighed(overlap, dated), found, [campaigns.source]);
}

function beyondTheGap(collected: Collected, facts: Facts, campaign: OpenTime, parameters: D8, nameOf: NameOf): void {
  const { tolerance, episodeDays, earmarked, billsReachDays } = parameters;
  const { campaigns, bills, today } = facts;
  const open = { begin: campaign.opened, end: { from: Math.min(campaign.closed.from, today), to: Math.min(campaign.closed.to, today) } };
  const sources = earmarkingSources(facts, earmarked).filter(({ source }) => source !== campaigns.source);
  const around = widened(open, episodeDays, episodeDays);
  const left = leftWithin(bills, around);
  const aid = earmarkedWithin(sources, earmarked, widened(open, 0, episodeDays));
  // Without a bill there is no gap to compare with: the bills may be those of another county.
  if (bills.state === 'ANSWERED' && left.length === 0) return;

  const given = sum([campaign.raised, totalOf(aid, sources)]);
  const more = weighMore(given, sum([totalOf(left, [bills]), exactly(tolerance)]));
  const billed = bills.items.some(({ settled }) => isWithin(settled, around) === 'YES');
  const reached = around.begin.from >= today - billsReachDays;
  const weight = weighAll([more, weighed(billed ? 'YES' : 'MAYBE', left.length > 0), weighed(reached ? 'YES' : 'MAYBE')]);
  const found = (certainty: FindingCertainty) => {
    const [raised, others, gap] = [campaign.raised, totalOf(aid), totalOf(left)].map((money) => amountWords(amountOf(money)));
    return {
      evidence: [
        campaignEvidence(campaigns.source, campaign),
        ...aid.map(({ item }) => aidEvidence(item)),
        ...left.map(({ item }) => billEvidence(bills.source, item, item.left)),
      ],
      sentence: hedge(certainty, {
        zh: `${nameOf(campaigns.source).zh}上的求助项目（${dateWords(campaign.record.openedOn).zh}发起）筹得 ${raised?.zh}，加上同期救助 ${others?.zh}，超过相近时间医疗费用的个人负担 ${gap?.zh}，请核对。`,
        en: `A campaign (${nameOf(campaigns.source).en}, opened ${dateWords(campaign.record.openedOn).en}) raised ${raised?.en}; with other aid of that time, ${others?.en}, this is more than the ${gap?.en} that the bills around it left. Please check.`,
      }),
    };
  };
  collected.weigh(weight, found, [campaigns.source, bills.source, ...aid.map(({ item }) => item.source)], [bills, ...sources]);
}
