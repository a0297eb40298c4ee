import type { Term } from './term.js';

/** The rules for duplicate (D) and missed (M) assistance that are judged for one person. */
export const FINDING_RULES = {
  D2: { zh: '支付与救助合计超过医疗费用', en: 'Payers and aid together exceed the bills' },
  D3: { zh: '医疗救助与商业保险补偿了同一部分', en: 'Medical assistance and commercial insurance paid the same part' },
  D7: { zh: '同一事由重复救助', en: 'Aided twice for the same cause' },
  D8: { zh: '重复或超额网络求助', en: 'Crowdfunding twice at once, or beyond the gap' },
  M1: { zh: '负担沉重而未获救助', en: 'High burden without aid' },
  M2: { zh: '有救助身份而结算未享医疗救助', en: 'Recognised status, but a bill settled without medical assistance' },
} as const satisfies Record<string, Term>;

export type FindingRule = keyof typeof FINDING_RULES;

/** CERTAIN: true whatever the exact values are. POSSIBLE: true for some of them, and what was released speaks for it. */
export const FINDING_CERTAINTIES = {
  CERTAIN: { zh: '确定', en: 'Certain' },
  POSSIBLE: { zh: '可能', en: 'Possible' },
} as const satisfies Record<string, Term>;

export type FindingCertainty = keyof typeof FINDING_CERTAINTIES;
