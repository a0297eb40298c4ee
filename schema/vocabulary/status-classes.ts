import type { Term } from './term.js';

/** Recognised hardship statuses (domain words), in order of priority: a person of several counts as the first. */
export const STATUS_CLASSES = {
  EXTREME_POVERTY: { zh: '特困人员', en: 'Person in extreme poverty (tekun)' },
  DIBAO: { zh: '最低生活保障对象', en: 'Subsistence-allowance recipient (dibao)' },
  NEAR_DIBAO: { zh: '最低生活保障边缘家庭', en: 'Near-dibao household' },
  RIGID_EXPENDITURE: { zh: '刚性支出困难家庭', en: 'Household with unavoidable-expenditure hardship' },
} as const satisfies Record<string, Term>;

export type StatusClass = keyof typeof STATUS_CLASSES;
