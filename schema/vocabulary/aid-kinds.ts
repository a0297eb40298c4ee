import type { Term } from './term.js';

/** Kinds of aid, the contract's coding of the agencies' own wordings. */
export const AID_KINDS = {
  SUBSISTENCE_ALLOWANCE: { zh: '最低生活保障', en: 'Subsistence allowance (dibao)', class: 'REGULAR_AID' },
  NEAR_DIBAO_SUPPLEMENT: { zh: '低保边缘家庭补助', en: 'Near-dibao supplement', class: 'REGULAR_AID' },
  EXTREME_POVERTY_SUPPORT: { zh: '特困人员救助供养', en: 'Support for persons in extreme poverty (tekun)', class: 'REGULAR_AID' },
  TEMPORARY_ASSISTANCE: { zh: '临时救助', en: 'Temporary assistance', class: 'ONE_OFF_AID' },
  CHARITABLE_AID: { zh: '慈善救助', en: 'Charitable aid', class: 'ONE_OFF_AID' },
  SPECIAL_FUND_GRANT: { zh: '医保防贫专项基金', en: 'Anti-poverty special fund', class: 'ONE_OFF_AID' },
  MEDICAL_ASSISTANCE: { zh: '医疗救助', en: 'Medical assistance', class: 'ONE_OFF_AID' },
  RED_CROSS_AID: { zh: '红十字救助', en: 'Red Cross humanitarian aid', class: 'ONE_OFF_AID' },
  DISABILITY_LIVING_ALLOWANCE: {
    zh: '困难残疾人生活补贴',
    en: 'Living allowance for persons with disabilities in difficulty',
    class: 'REGULAR_AID',
  },
  DISABILITY_NURSING_SUBSIDY: {
    zh: '重度残疾人护理补贴',
    en: 'Nursing subsidy for persons with severe disabilities',
    class: 'REGULAR_AID',
  },
  REHABILITATION_AID: { zh: '残疾人康复救助', en: 'Rehabilitation aid', class: 'ONE_OFF_AID' },
  CROWDFUNDING: { zh: '个人网络求助', en: 'Medical crowdfunding', class: 'ONE_OFF_AID' },
} as const satisfies Record<string, Term & { class: string }>;

export type AidKind = keyof typeof AID_KINDS;

/** What a kind of aid is generalised to; `OTHER_AID` for every kind the vocabulary does not hold. */
export const AID_CLASSES = {
  REGULAR_AID: { zh: '按月发放的救助', en: 'Regular aid' },
  ONE_OFF_AID: { zh: '一次性救助', en: 'One-off aid' },
  OTHER_AID: { zh: '其他救助', en: 'Other aid' },
} as const satisfies Record<string, Term>;
