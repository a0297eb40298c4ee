import type { Term } from './term.js';

/** Why aid was given, the contract's coding. */
export const AID_CAUSES = {
  ILLNESS: { zh: '疾病', en: 'Illness' },
  ACCIDENT: { zh: '意外灾害', en: 'Accident or disaster' },
  EDUCATION: { zh: '教育支出', en: 'Education expenditure' },
  OTHER: { zh: '其他困难', en: 'Other hardship' },
} as const satisfies Record<string, Term>;

export type AidCause = keyof typeof AID_CAUSES;
