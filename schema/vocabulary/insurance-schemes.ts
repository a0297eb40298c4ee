import type { Term } from './term.js';

/** The two schemes of basic medical insurance. */
export const INSURANCE_SCHEMES = {
  EMPLOYEE: { zh: '职工基本医疗保险', en: 'Employee basic medical insurance' },
  RESIDENT: { zh: '城乡居民基本医疗保险', en: 'Resident basic medical insurance' },
} as const satisfies Record<string, Term>;

export type InsuranceScheme = keyof typeof INSURANCE_SCHEMES;

/** Who paid the premium of a cover. */
export const PREMIUM_PAYERS = {
  PAID_BY_MEDICAL_ASSISTANCE: { zh: '医疗救助资助参保', en: 'Medical assistance' },
  PAID_BY_OTHERS: { zh: '本人或单位缴费', en: 'The person or the employer' },
} as const satisfies Record<string, Term>;

export type PremiumPayer = keyof typeof PREMIUM_PAYERS;
