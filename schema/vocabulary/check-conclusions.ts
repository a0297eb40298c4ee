import type { Term } from './term.js';

/** How a check of economic status ended. */
export const CHECK_CONCLUSIONS = {
  ELIGIBLE: { zh: '符合', en: 'Within the limits' },
  NOT_ELIGIBLE: { zh: '不符合', en: 'Not eligible' },
  ALERT: { zh: '预警', en: 'To be looked at again' },
} as const satisfies Record<string, Term>;

export type CheckConclusion = keyof typeof CHECK_CONCLUSIONS;

/** Whether a refused applicant was passed on to a charity, for which their consent is needed (民发〔2023〕46号). */
export const REFERRAL_STATES = {
  REFERRED: { zh: '已转介', en: 'Referred to a charity' },
  DECLINED: { zh: '本人不同意转介', en: 'The person did not agree to be referred' },
  NONE: { zh: '未转介', en: 'Not referred' },
} as const satisfies Record<string, Term>;

export type ReferralState = keyof typeof REFERRAL_STATES;
