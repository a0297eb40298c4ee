import type { Term } from './term.js';

/** What kind of care a settled bill was for. */
export const CARE_TYPES = {
  INPATIENT: { zh: '住院', en: 'Inpatient' },
  OUTPATIENT: { zh: '门诊', en: 'Outpatient' },
} as const satisfies Record<string, Term>;

export type CareType = keyof typeof CARE_TYPES;
