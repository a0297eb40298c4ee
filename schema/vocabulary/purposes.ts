import type { Term } from './term.js';

/** Why data is asked for. A request has exactly one; a client may use only those its registry entry names. */
export const PURPOSES = {
  PRIOR_AID_CHECK: { zh: '既往救助核查', en: 'Prior-aid check' },
  CASE_REVIEW: { zh: '个案审核', en: 'Case review' },
  DETECTION: { zh: '重复与漏救筛查', en: 'Detection of duplicate and missed assistance' },
  EMERGENCY: { zh: '紧急救助', en: 'Emergency' },
  RECORD_CONSENT: { zh: '登记授权', en: 'Recording of consent' },
  AUDIT: { zh: '审计', en: 'Audit' },
} as const satisfies Record<string, Term>;

export type Purpose = keyof typeof PURPOSES;
