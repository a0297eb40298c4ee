import { OUTCOMES } from './outcomes.js';
import type { Term } from './term.js';

/** How well an amount of the waterfall is known. Nothing on record is KNOWN, and zero. */
export const KNOWN_STATES = {
  KNOWN: { zh: '已知', en: 'known' },
  IN_PART: { zh: '部分已知', en: 'known in part' },
  LATE: { zh: '数据滞后', en: 'late' },
  WITHHELD: OUTCOMES.WITHHELD,
  NOT_ANSWERED: { zh: '未答复', en: 'did not answer' },
} as const satisfies Record<string, Term>;

export type KnownState = keyof typeof KNOWN_STATES;
