import type { Term } from '../../schema/vocabulary/term.js';

/**
 * The kinds of nothing. They must never look alike: each has its own brackets besides its own words.
 * "Not permitted to say" is the outcome WITHHELD of the vocabulary.
 */
export const NOTHING = {
  NONE: { zh: '－ 无记录', en: '- nothing on record' },
  NOT_ANSWERED: { zh: '?? 未答复', en: '?? did not answer' },
  NOT_IMPORTED: { zh: '（尚未导入数据）', en: '(no records imported yet)' },
} as const satisfies Record<string, Term>;

/** Brackets that only a withheld value wears. */
export const withheldMark = (words: string): string => `【${words}】`;

/** How fresh a source's records are. */
export const FRESHNESS: Readonly<Record<string, Term>> = {
  FRESH: { zh: '数据较新', en: 'up to date' },
  LATE: { zh: '数据滞后', en: 'late' },
  UNKNOWN: { zh: '时效不明', en: 'freshness unknown' },
};

/** Words around the answer. */
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
  more: { zh: '条更早的未列出（--json 可见全部）', en: 'earlier ones not shown (--json shows all)' },
} as const satisfies Record<string, Term>;
