import type { Term } from './term.js';

/** Recognised hardship statuses (domain words), in order of priority: a person of several counts as the first. */
export const STATUS_CLASSES = {
  EXTREME_POVERTY: { zh: '特困人员', en: 'Person in extreme poverty (tekun)', group: 'BASIC_LIVING' },
  DIBAO: { zh: '最低生活保障对象', en: 'Subsistence-allowance recipient (dibao)', group: 'BASIC_LIVING' },
  NEAR_DIBAO: { zh: '最低生活保障边缘家庭', en: 'Near-dibao household', group: 'MARGINAL' },
  RIGID_EXPENDITURE: { zh: '刚性支出困难家庭', en: 'Household with unavoidable-expenditure hardship', group: 'MARGINAL' },
} as const satisfies Record<string, Term & { group: string }>;

export type StatusClass = keyof typeof STATUS_CLASSES;

/**
 * What a status is generalised to; `OTHER_STATUS` for every status the vocabulary does not hold. Unavoidable-expenditure
 * hardship mostly tells an illness, so it shares a group with near-dibao.
 */
export const STATUS_GROUPS = {
  BASIC_LIVING: { zh: '基本生活救助对象', en: 'Recipient of basic-living assistance' },
  MARGINAL: { zh: '低收入边缘对象', en: 'Person of a marginal low-income household' },
  OTHER_STATUS: { zh: '其他救助身份', en: 'Other status' },
} as const satisfies Record<string, Term>;
