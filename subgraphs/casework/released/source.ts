import type { AnswerShape } from './answer-shapes.js';
import { readAnswer } from './read-answer.js';

/** The day and the county an answer is computed for. */
export interface Moment {
  readonly now: Date;
  /** A source whose records are older than this many days is late (a parameter of the county). */
  readonly freshnessDays: number;
}

/** What one agency said of one person in one of its lists. */
export interface Source<T> {
  /** The organisation's id. */
  readonly source: string;
  readonly state: 'ANSWERED' | 'WITHHELD' | 'NOT_ANSWERED';
  /** When its records were last brought up to date. */
  readonly asOf: string | null;
  readonly freshness: 'FRESH' | 'LATE' | 'UNKNOWN';
  /** What was released; empty unless it answered. */
  readonly items: readonly T[];
}

const DAY = 86_400_000;

/** An agency's answer, checked, each record made ready by `map`. */
export function sourceOf<R, T>(
  source: string,
  value: unknown,
  shape: AnswerShape<R>,
  map: (record: R) => T,
  { now, freshnessDays }: Moment,
): Source<T> {
  const answer = readAnswer(value, shape);
  if (!answer) return { source, state: 'NOT_ANSWERED', asOf: null, freshness: 'UNKNOWN', items: [] };
  const { asOf, items } = answer;
  const late = now.getTime() - Date.parse(asOf) > freshnessDays * DAY;
  return {
    source,
    state: items === null ? 'WITHHELD' : 'ANSWERED',
    asOf,
    freshness: late ? 'LATE' : 'FRESH',
    items: (items ?? []).map(map),
  };
}
