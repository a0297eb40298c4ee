import type { Term } from './term.js';

/** What a field did for this asker. */
export const OUTCOMES = {
  WITHHELD: { zh: '不予提供', en: 'Not permitted to say' },
  TRANSFORMED: { zh: '脱敏提供', en: 'Released de-identified' },
  RAW: { zh: '原值提供', en: 'Released as recorded' },
} as const satisfies Record<string, Term>;

export type Outcome = keyof typeof OUTCOMES;

/** Outcomes from strictest to widest; the strictest of several decides. */
export const OUTCOME_ORDER: readonly Outcome[] = ['WITHHELD', 'TRANSFORMED', 'RAW'];

/** The strictest of the given outcomes; WITHHELD when there are none. */
export function strictest(outcomes: Iterable<Outcome>): Outcome {
  let level: number | undefined;
  for (const outcome of outcomes) {
    const rank = OUTCOME_ORDER.indexOf(outcome);
    level = level === undefined ? rank : Math.min(level, rank);
  }
  return OUTCOME_ORDER[level ?? 0] ?? 'WITHHELD';
}
