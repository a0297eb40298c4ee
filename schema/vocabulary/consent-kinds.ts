import type { Term } from './term.js';

/** What can happen to a grant. A refusal or withdrawal gives way only to a later grant; an expiry ends a grant as its term would. */
export const CONSENT_KINDS = {
  GIVE: { zh: '同意', en: 'given' },
  REFUSE: { zh: '拒绝', en: 'refused' },
  WITHDRAW: { zh: '撤回', en: 'withdrawn' },
  EXPIRE: { zh: '终止', en: 'expired' },
  AUTHORISE_HOUSEHOLD_CHECK: { zh: '授权核对家庭经济状况', en: 'household check authorised' },
} as const satisfies Record<string, Term>;

export type ConsentKind = keyof typeof CONSENT_KINDS;

/** Kinds after which less may be released: who records one is told when it stands everywhere. */
export const NARROWING_KINDS: readonly ConsentKind[] = ['REFUSE', 'WITHDRAW', 'EXPIRE'];
