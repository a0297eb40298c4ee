import type { Term } from './term.js';

/** Kind of personal data. A field of several categories is released at the strictest of their levels. */
export const CATEGORIES = {
  IDENTITY: { zh: '身份信息', en: 'Identity' },
  CONTACT: { zh: '联系方式与住址', en: 'Contact and address' },
  HEALTH: { zh: '健康信息', en: 'Health' },
  COST: { zh: '医疗费用', en: 'Medical cost' },
  INCOME: { zh: '收入与财产', en: 'Income and assets' },
  HOUSEHOLD: { zh: '家庭成员', en: 'Household' },
  STATUS: { zh: '救助身份', en: 'Recognised hardship status' },
  AID: { zh: '救助记录', en: 'Aid received' },
  DONATION: { zh: '捐赠信息', en: 'Donation' },
} as const satisfies Record<string, Term>;

export type Category = keyof typeof CATEGORIES;
