import type { Term } from './term.js';

/** What is released instead of the raw value. */
export const TRANSFORMS = {
  REDACT: { zh: '不显示', en: 'Redacted' },
  PRESENCE: { zh: '仅列出条目', en: 'Presence and length only' },
  MASK_NAME: { zh: '姓名掩码', en: 'Name masked' },
  MASK_TEXT: { zh: '文本掩码', en: 'Text masked' },
  GENERALISE_ICD10_BLOCK: { zh: '疾病归并到类目节', en: 'Diagnosis as ICD-10 block' },
  GENERALISE_ICD10_CHAPTER: { zh: '疾病归并到章', en: 'Diagnosis as ICD-10 chapter' },
  GENERALISE_MONTH: { zh: '日期归并到月', en: 'Date as month' },
  GENERALISE_YEAR: { zh: '日期归并到年', en: 'Date as year' },
  BAND_AMOUNT: { zh: '金额区间', en: 'Amount band' },
  AGE_BAND: { zh: '年龄段', en: 'Age band' },
  GENERALISE_REGION: { zh: '地区归并到县', en: 'Region as county' },
  GENERALISE_AID_KIND: { zh: '救助类别归并', en: 'Kind of aid as class' },
  GENERALISE_STATUS: { zh: '救助身份归并', en: 'Status as class' },
  PSEUDONYM: { zh: '按查询方的假名', en: 'Pseudonym for this asker' },
} as const satisfies Record<string, Term>;

export type Transform = keyof typeof TRANSFORMS;
