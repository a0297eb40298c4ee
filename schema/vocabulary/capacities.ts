import type { Term } from './term.js';

/** In which capacity somebody speaks for the person a grant is about (PIPL art. 31: a parent or guardian for those under 14). */
export const CAPACITIES = {
  SELF: { zh: '本人', en: 'The person' },
  PARENT: { zh: '父母', en: 'Parent' },
  GUARDIAN: { zh: '监护人', en: 'Guardian' },
  AGENT: { zh: '受托代理人', en: 'Agent with a power of attorney' },
} as const satisfies Record<string, Term>;

export type Capacity = keyof typeof CAPACITIES;
