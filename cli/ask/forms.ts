import type { Term } from '../../schema/vocabulary/term.js';

/** A field of a record, as it is shown. */
export interface FormField extends Term {
  /** An interval: `{ min max }`. */
  readonly amount?: true;
  /** What a null says that was not withheld; "nothing on record" where absent. */
  readonly open?: Term;
}

/** A kind of list that agencies answer with: its types in the contract, and the fields asked for, in the order shown. */
export interface Form {
  readonly answerType: string;
  readonly recordType: string;
  readonly title: Term;
  readonly fields: Readonly<Record<string, FormField>>;
}

/** Of what has no end yet. */
const RUNNING: Term = { zh: '至今有效', en: 'still running' };

/** The kinds of lists. Their records come from several agencies, so a form is written once. */
export const FORMS = {
  STATUS: {
    answerType: 'StatusAnswer',
    recordType: 'StatusRecord',
    title: { zh: '救助身份', en: 'Recognised status' },
    fields: {
      statusClass: { zh: '救助身份', en: 'status' },
      wording: { zh: '台账用语', en: "agency's words" },
      since: { zh: '起始', en: 'since' },
      until: { zh: '终止', en: 'until', open: RUNNING },
      reviewOn: { zh: '复核', en: 'review due' },
    },
  },
  AID: {
    answerType: 'AidAnswer',
    recordType: 'AidRecord',
    title: { zh: '救助记录', en: 'Aid' },
    fields: {
      kind: { zh: '救助类别', en: 'kind' },
      programme: { zh: '项目', en: 'programme' },
      cause: { zh: '事由', en: 'cause' },
      diagnosis: { zh: '诊断 (ICD-10)', en: 'diagnosis (ICD-10)' },
      amount: { zh: '金额', en: 'amount', amount: true },
      grantedOn: { zh: '批准', en: 'granted' },
      lastPaidOn: { zh: '最近发放', en: 'last paid' },
    },
  },
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof FORMS;

/** What is asked of a form: `asOf items { … }`. */
export function selectionOf({ fields }: Form): string {
  const names = Object.entries(fields).map(([name, { amount }]) => (amount ? `${name} { min max }` : name));
  return `asOf items { ${names.join(' ')} }`;
}
