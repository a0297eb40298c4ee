import type { Amount } from '../../schema/types/amount.js';
import type { Term } from '../../schema/vocabulary/term.js';
import type { FindingsAnswer } from '../ask/casework-answers.js';
import type { CheckedPerson } from './question.js';

/** What one source said of a person: how many aids, that it may not say, or nothing at all. */
export type SourceAnswer = number | 'WITHHELD' | 'NOT_ANSWERED';

/** What is kept of the answer about one person: enough for the row, in any language, and no name of the person. */
export interface RowAnswer {
  /** By organisation, in the order shown. Empty when the merging service itself did not answer. */
  readonly sources: Readonly<Record<string, SourceAnswer>>;
  readonly total: Amount | null;
  readonly newestOn: string | null;
  /** null when casework did not answer. */
  readonly findings: RowFindings | null;
}

/** What the rules for duplicate and missed assistance say of a person. */
export interface RowFindings {
  readonly items: readonly { readonly certainty: string; readonly sentence: Term }[];
  /** Rules that cannot say no. */
  readonly undecided: readonly string[];
  /** Whose answers they lack, and why, by organisation. */
  readonly lacks: Readonly<Record<string, string>>;
}

/** Whether a person was helped before, as far as all sources together say. */
export type Helped = 'YES' | 'NO' | 'WITHHELD' | 'NOT_ANSWERED';

/** Keeps of one person's answer what the row shows. */
export function rowAnswerOf({ priorAid, findings: found }: CheckedPerson): RowAnswer {
  const findings = found && rowFindingsOf(found);
  if (!priorAid) return { sources: {}, total: null, newestOn: null, findings };
  const { total, newestOn } = priorAid;
  const count = (source: string) => priorAid.items.filter((item) => item.source === source).length;
  const said = priorAid.sources.map(({ source, state }) => [source, state === 'ANSWERED' ? count(source) : stateOf(state)] as const);
  return { sources: Object.fromEntries(said), total: { min: total.min, max: total.max }, newestOn, findings };
}

function rowFindingsOf({ items, undecided }: FindingsAnswer): RowFindings {
  return {
    items: items.map(({ certainty, sentence: { zh, en } }) => ({ certainty, sentence: { zh, en } })),
    undecided: undecided.map(({ rule }) => rule),
    lacks: Object.fromEntries(undecided.flatMap(({ lacks }) => lacks.map(({ source, reason }) => [source, reason]))),
  };
}

/** An unknown state is no answer: never "nothing on record". */
const stateOf = (state: string): SourceAnswer => (state === 'WITHHELD' ? 'WITHHELD' : 'NOT_ANSWERED');

/** Whether a source, or the service that merges them, did not answer. */
export const isIncomplete = (answer: RowAnswer): boolean => answer.findings === null || someAreAway(Object.values(answer.sources));

const someAreAway = (said: readonly SourceAnswer[]): boolean => said.length === 0 || said.includes('NOT_ANSWERED');

/** "No" only when every source says so. Of what is not known, one that may not say outweighs one that is away: asking again does not help. */
export function helpedBefore({ sources }: RowAnswer): Helped {
  const said = Object.values(sources);
  if (said.some((answer) => typeof answer === 'number' && answer > 0)) return 'YES';
  if (said.includes('WITHHELD')) return 'WITHHELD';
  return someAreAway(said) ? 'NOT_ANSWERED' : 'NO';
}
