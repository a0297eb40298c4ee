import { AID_CLASSES, AID_KINDS, type AidKind } from '../../../schema/vocabulary/aid-kinds.js';
import { isCode, type Term } from '../../../schema/vocabulary/term.js';
import type { Aid } from '../released/facts.js';
import { isAmong, kindsOf } from '../released/kinds-of-source.js';
import { allOf, anyOf } from '../values/certainty.js';
import { isKnown, isWithinDays } from '../values/day-span.js';
import { aidEvidence } from './evidence.js';
import { Collected, type NameOf, type Rule } from './judgement.js';
import { sameness } from './same-cause.js';
import { dateWords, hedge } from './sentences.js';
import { weighed } from './weigh.js';

/** Parameters of D7. */
export interface D7 {
  /** Kinds of aid of which two for one cause are a duplicate. What is meant to top another up (the special fund, after a joint meeting) is none of them. */
  readonly kinds: readonly AidKind[];
  /** Days between two aids for the same cause. */
  readonly days: number;
  /** Days between two aids for the same diagnosis group. */
  readonly sameDiagnosisDays: number;
}

/** D7: two agencies aided the same person for the same cause within a window (domain 2.4), over all that is on record. */
export const d7: Rule<D7> = ({ aid }, parameters, nameOf) => {
  const collected = new Collected();
  const { kinds, days, sameDiagnosisDays } = parameters;
  const sources = aid.filter(({ source }) => kindsOf(source).some((kind) => kinds.includes(kind)));
  collected.lackUnless(sources);
  for (const [at, first] of sources.entries()) {
    for (const second of sources.slice(at + 1)) {
      for (const one of first.items) {
        for (const other of second.items) {
          const same = sameness(one, other);
          const sameCause = allOf([same.cause, isWithinDays(one.granted, other.granted, days)]);
          const sameGroup = allOf([same.group, isWithinDays(one.granted, other.granted, sameDiagnosisDays)]);
          const certainty = allOf([isAmong(one.kinds, kinds), isAmong(other.kinds, kinds), anyOf([sameCause, sameGroup])]);
          const dated = isKnown(one.granted) && isKnown(other.granted);
          const diagnosed = one.record.diagnosis != null && other.record.diagnosis != null;
          const speaksFor = dated && (sameCause !== 'NO' || diagnosed);
          const sentence = () =>
            sentenceOf(one, other, sameCause === 'NO' || (sameCause === 'MAYBE' && sameGroup === 'YES'), parameters, nameOf);
          collected.weigh(
            weighed(certainty, speaksFor),
            (reported) => ({ evidence: [aidEvidence(one), aidEvidence(other)], sentence: hedge(reported, sentence()) }),
            [one.source, other.source],
          );
        }
      }
    }
  }
  return collected.judgement();
};

function sentenceOf(one: Aid, other: Aid, byGroup: boolean, { days, sameDiagnosisDays }: D7, nameOf: NameOf): Term {
  const [a, b] = [one, other].map((aid) => aidWords(aid, nameOf)) as [Term, Term];
  const window = byGroup ? sameDiagnosisDays : days;
  return {
    zh: `${a.zh}与${b.zh}在 ${window} 天内${byGroup ? '因同一病种' : '就同一事由'}先后给予救助，请两家核对是否重复。`,
    en: `${a.en} and ${b.en} aided ${byGroup ? 'for the same group of illnesses' : 'for the same cause'} within ${window} days. Please compare whether it is the same need.`,
  };
}

function aidWords({ source, record: { kind, grantedOn } }: Aid, nameOf: NameOf): Term {
  const name = nameOf(source);
  const date = dateWords(grantedOn);
  const named = isCode(AID_KINDS, kind) ? AID_KINDS[kind] : isCode(AID_CLASSES, kind) ? AID_CLASSES[kind] : undefined;
  return {
    zh: `${name.zh}（${date.zh}${named ? `，${named.zh}` : ''}）`,
    en: `${name.en} (${date.en}${named ? `, ${named.en}` : ''})`,
  };
}
