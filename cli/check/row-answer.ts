import type { Amount } from '../../schema/types/amount.js';
import type { CheckedPerson } from './question.js';

/** What one source said of a person: how many aids, that it may not say, or nothing at all. */
export type SourceAnswer = number | 'WITHHELD' | 'NOT_ANSWERED';

/** What is kept of the answer about one person: enough for the row, in any language, and no name of the person. */
export interface RowAnswer {
  /** By organisation, in the order shown. Empty when the merging service itself did not answer. */
  readonly sources: Readonly<Record<string, SourceAnswer>>;
  readonly total: Amount | null;
  readonly newestOn: string | null;
}

/** Whether a person was helped before, as far as all sources together say. */
export type Helped = 'YES' | 'NO' | 'WITHHELD' | 'NOT_ANSWERED';

/** Keeps of one person's answer what the row shows. */
export function rowAnswerOf({ priorAid }: CheckedPerson): RowAnswer {
  if (!priorAid) return { sources: {}, total: null, newestOn: null };
  const { total, newestOn } = priorAid;
  const count = (source: string) => priorAid.items.filter((item) => item.source === source).length;
  const said = priorAid.sources.map(({ source, state }) => [source, state === 'ANSWERED' ? count(source) : stateOf(state)] as const);
  return { sources: Object.fromEntries(said), total: { min: total.min, max: total.max }, newestOn };
}

/** An unknown state is no answer: never "nothing on record". */
const stateOf = (state: string): SourceAnswer => (state === 'WITHHELD' ? 'WITHHELD' : 'NOT_ANSWERED');

/** Whether a source, or the service that merges them, did not answer. */
export const isIncomplete = ({ sources }: RowAnswer): boolean => {
  const said = Object.values(sources);
  return said.length === 0 || said.includes('NOT_ANSWERED');
};

/** "No" only when every source says so. Of what is not known, one that may not say outweighs one that is away: asking again does not help. */
export function helpedBefore(answer: RowAnswer): Helped {
  const said = Object.values(answer.sources);
  if (said.some((answer) => typeof answer === 'number' && answer > 0)) return 'YES';
  if (said.includes('WITHHELD')) return 'WITHHELD';
  return isIncomplete(answer) ? 'NOT_ANSWERED' : 'NO';
}
