import type { Term } from '../../schema/vocabulary/term.js';

/** A field of a record, as it is shown. */
export interface FormField extends Term {
  /** An interval: `{ min max }`. */
  readonly amount?: true;
  /** What a null says that was not withheld; "nothing on record" where absent. */
  readonly open?: Term;
}

/** How a list is shown of which there may be dozens: a record in a line or two. */
export interface Compact {
  /** The field that stands before the others; the newest record comes first by it. */
  readonly date: string;
  /** Records shown; the others are counted. */
  readonly most: number;
}

/** A kind of list that agencies answer with: its types in the contract, and the fields asked for, in the order shown. */
export interface Form {
  readonly answerType: string;
  readonly recordType: string;
  readonly title: Term;
  readonly fields: Readonly<Record<string, FormField>>;
  /** One line for each field where absent. */
  readonly compact?: Compact;
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
  COVER: {
    answerType: 'CoverAnswer',
    recordType: 'Cover',
    title: { zh: '参保', en: 'Medical insurance' },
    fields: {
      since: { zh: '起', en: 'since' },
      until: { zh: '止', en: 'until', open: RUNNING },
      scheme: { zh: '险种', en: 'scheme' },
      premiumPaidBy: { zh: '缴费', en: 'premium paid by' },
    },
    compact: { date: 'since', most: 3 },
  },
  SETTLEMENT: {
    answerType: 'SettlementAnswer',
    recordType: 'Settlement',
    title: { zh: '医疗费结算（近24个月）', en: 'Medical bills of 24 months' },
    fields: {
      settledOn: { zh: '结算', en: 'settled' },
      careType: { zh: '类别', en: 'care' },
      diagnosis: { zh: '诊断', en: 'diagnosis' },
      hospital: { zh: '医院', en: 'hospital' },
      total: { zh: '总费用', en: 'total', amount: true },
      inPolicy: { zh: '政策内', en: 'within the policy', amount: true },
      basicInsurance: { zh: '基本医保', en: 'basic insurance', amount: true },
      criticalIllness: { zh: '大病保险', en: 'critical illness', amount: true },
      medicalAssistance: { zh: '医疗救助', en: 'medical assistance', amount: true },
      otherFunds: { zh: '其他基金', en: 'other funds', amount: true },
      commercialInPolicy: { zh: '商保政策内', en: 'commercial within', amount: true },
      commercialOutside: { zh: '商保目录外', en: 'commercial outside', amount: true },
    },
    compact: { date: 'settledOn', most: 5 },
  },
  HIGH_COST_ALERT: {
    answerType: 'HighCostAlertAnswer',
    recordType: 'HighCostAlert',
    title: { zh: '高额费用提示', en: 'High-cost alerts' },
    fields: {
      raisedOn: { zh: '提示', en: 'raised' },
      year: { zh: '费用年度', en: 'year' },
      burden: { zh: '个人负担', en: 'own burden', amount: true },
      state: { zh: '状态', en: 'state' },
    },
    compact: { date: 'raisedOn', most: 3 },
  },
  DISABILITY_CARD: {
    answerType: 'DisabilityCardAnswer',
    recordType: 'DisabilityCard',
    title: { zh: '残疾人证', en: 'Disability card' },
    fields: {
      category: { zh: '残疾类别', en: 'kind of disability' },
      grade: { zh: '残疾等级', en: 'grade' },
      since: { zh: '发证', en: 'issued' },
      validUntil: { zh: '有效期至', en: 'valid until' },
      state: { zh: '证件状态', en: 'state' },
    },
  },
  CAMPAIGN: {
    answerType: 'CampaignAnswer',
    recordType: 'Campaign',
    title: { zh: '网络求助', en: 'Campaigns' },
    fields: {
      state: { zh: '状态', en: 'state' },
      diagnosis: { zh: '诊断 (ICD-10)', en: 'diagnosis (ICD-10)' },
      openedOn: { zh: '发起', en: 'opened' },
      closedOn: { zh: '结束', en: 'closed', open: { zh: '进行中', en: 'still open' } },
      target: { zh: '目标金额', en: 'target', amount: true },
      raised: { zh: '已筹', en: 'raised', amount: true },
      withdrawn: { zh: '已提取', en: 'withdrawn', amount: true },
      fee: { zh: '平台服务费', en: "platform's fee", amount: true },
    },
  },
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof FORMS;

/** What is asked of a form: `asOf items { … }`. */
export function selectionOf({ fields }: Form): string {
  const names = Object.entries(fields).map(([name, { amount }]) => (amount ? `${name} { min max }` : name));
  return `asOf items { ${names.join(' ')} }`;
}
