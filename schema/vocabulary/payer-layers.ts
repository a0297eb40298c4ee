import type { Term } from './term.js';

/** Who pays towards a medical bill, in no order: the order is a county's (subgraphs/casework/payer-order.yaml). */
export const PAYER_LAYERS = {
  BASIC_INSURANCE: { zh: '基本医疗保险', en: 'Basic medical insurance' },
  CRITICAL_ILLNESS: { zh: '大病保险', en: 'Critical illness insurance' },
  OTHER_FUNDS: { zh: '其他基金与医院负担', en: 'Other funds and the hospital' },
  MEDICAL_ASSISTANCE: { zh: '医疗救助', en: 'Medical assistance' },
  COMMERCIAL: { zh: '商业补充保险', en: 'Commercial supplement' },
  /** Temporary assistance, the disabled persons' federation, the Red Cross. */
  DEPARTMENTS: { zh: '部门救助', en: 'Aid of departments' },
  CHARITY: { zh: '慈善救助', en: 'Charitable aid' },
  CROWDFUNDING: { zh: '个人网络求助', en: 'Medical crowdfunding' },
  SPECIAL_FUND: { zh: '医保防贫专项基金', en: 'Anti-poverty special fund' },
} as const satisfies Record<string, Term>;

export type PayerLayer = keyof typeof PAYER_LAYERS;
