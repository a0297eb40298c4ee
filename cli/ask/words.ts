import type { Term } from '../../schema/vocabulary/term.js';

/**
 * The three kinds of nothing. They must never look alike: each has its own brackets besides its own words.
 * "Not permitted to say" is the outcome WITHHELD of the vocabulary.
 */
export const NOTHING = {
  NONE: { zh: '－ 无记录', en: '- nothing on record' },
  NOT_ANSWERED: { zh: '?? 未答复', en: '?? did not answer' },
  /** Of a status without an end. */
  RUNNING: { zh: '至今有效', en: 'still running' },
} as const satisfies Record<string, Term>;

/** Brackets that only a withheld value wears. */
export const withheldMark = (words: string): string => `【${words}】`;

/** Names of the fields of the standard question, in the order shown. */
export const STATUS_FIELDS = {
  statusClass: { zh: '救助身份', en: 'status' },
  wording: { zh: '台账用语', en: "agency's words" },
  since: { zh: '起始', en: 'since' },
  until: { zh: '终止', en: 'until' },
  reviewOn: { zh: '复核', en: 'review due' },
} as const satisfies Record<string, Term>;

export const AID_FIELDS = {
  kind: { zh: '救助类别', en: 'kind' },
  programme: { zh: '项目', en: 'programme' },
  cause: { zh: '事由', en: 'cause' },
  diagnosis: { zh: '诊断 (ICD-10)', en: 'diagnosis (ICD-10)' },
  amount: { zh: '金额', en: 'amount' },
  grantedOn: { zh: '批准', en: 'granted' },
  lastPaidOn: { zh: '最近发放', en: 'last paid' },
} as const satisfies Record<string, Term>;

export const LISTS = {
  civilAffairsStatus: { zh: '救助身份', en: 'Recognised status' },
  civilAffairsAid: { zh: '救助记录', en: 'Aid' },
  charityAid: { zh: '救助记录', en: 'Aid' },
} as const satisfies Record<string, Term>;

export const FRESHNESS: Readonly<Record<string, Term>> = {
  FRESH: { zh: '数据较新', en: 'up to date' },
  LATE: { zh: '数据滞后', en: 'late' },
  UNKNOWN: { zh: '时效不明', en: 'freshness unknown' },
};

export const HEADINGS = {
  source: { zh: '来源', en: 'Source' },
  field: { zh: '项目', en: 'Field' },
  released: { zh: '提供的内容', en: 'What was released' },
  how: { zh: '提供方式', en: 'How' },
  total: { zh: '救助金额合计', en: 'Total of aid' },
  all: { zh: '全部来源', en: 'all sources' },
  newest: { zh: '最近', en: 'newest' },
  sources: { zh: '数据来源', en: 'Sources' },
  answered: { zh: '已答复', en: 'answered' },
  asOf: { zh: '数据截至', en: 'records as of' },
  receipt: { zh: '查询凭据', en: 'Receipt' },
  records: { zh: '条', en: 'on record' },
  presence: { zh: '列出条目', en: 'listed' },
} as const satisfies Record<string, Term>;
