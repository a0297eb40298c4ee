import type { Term } from './term.js';

/** Kinds of disability (GB/T 26341), in the order of their numbers 1 to 7 in a card's number. */
export const DISABILITY_CATEGORIES = {
  VISUAL: { zh: '视力残疾', en: 'Visual disability' },
  HEARING: { zh: '听力残疾', en: 'Hearing disability' },
  SPEECH: { zh: '言语残疾', en: 'Speech disability' },
  PHYSICAL: { zh: '肢体残疾', en: 'Physical disability' },
  INTELLECTUAL: { zh: '智力残疾', en: 'Intellectual disability' },
  MENTAL: { zh: '精神残疾', en: 'Mental disability' },
  MULTIPLE: { zh: '多重残疾', en: 'Multiple disabilities' },
} as const satisfies Record<string, Term>;

export type DisabilityCategory = keyof typeof DISABILITY_CATEGORIES;

/** Grades of a disability (GB/T 26341), the most severe first. */
export const DISABILITY_GRADES = {
  GRADE_1: { zh: '一级', en: 'Grade 1 (most severe)' },
  GRADE_2: { zh: '二级', en: 'Grade 2' },
  GRADE_3: { zh: '三级', en: 'Grade 3' },
  GRADE_4: { zh: '四级', en: 'Grade 4' },
} as const satisfies Record<string, Term>;

export type DisabilityGrade = keyof typeof DISABILITY_GRADES;

/** States of a disability card. */
export const CARD_STATES = {
  VALID: { zh: '有效', en: 'Valid' },
  FROZEN: { zh: '冻结', en: 'Frozen' },
  CANCELLED: { zh: '注销', en: 'Cancelled' },
} as const satisfies Record<string, Term>;

export type CardState = keyof typeof CARD_STATES;
