import type { Status } from '../rates.js';

const words = (text: string): readonly string[] => text.split(' ');

/** The agency's spellings of one status, as they stand in its ledgers. The whole list is in FORMATS.md. */
export const STATUS_WORDINGS: Readonly<Record<Status | 'DIBAO_SINGLE', readonly string[]>> = {
  DIBAO: words('农村低保户 城镇低保户 农村低保 城市低保 低保户 低保(户保) 最低生活保障家庭 城乡低保 农村低保对象 低保'),
  DIBAO_SINGLE: words('农村低保单人 城镇低保单人 单人保 低保单人户 低保(单人保) 低边重残单人保 低边重病单人保'),
  NEAR_DIBAO: words('低保边缘 低边 低边户 低保边缘户 低保边缘家庭 最低生活保障边缘家庭 低收入 低收入家庭 低保边缘(农村)'),
  TEKUN: words('特困集中供养 特困分散供养 特困人员 特困(集中) 特困(分散) 农村特困 城市特困 五保 五保集中 五保分散 城市三无'),
  RIGID_EXPENDITURE: words('刚性支出 刚性支出困难 刚性支出困难家庭 支出型困难家庭 支出型贫困 因病支出型困难'),
};

/** The spellings that fit where the household is registered. */
export const statusWordingsFor = (status: keyof typeof STATUS_WORDINGS, rural: boolean): readonly string[] =>
  STATUS_WORDINGS[status].filter((wording) => !(rural ? /^城[市镇]/ : /农村/).test(wording));

/** Why temporary assistance was given. */
export type Cause = 'ILLNESS' | 'ACCIDENT' | 'EDUCATION' | 'OTHER';

/** The agency's spellings of one cause. */
export const CAUSE_WORDINGS: Readonly<Record<Cause, readonly string[]>> = {
  ILLNESS: words('疾病 因病 突发疾病 重大疾病'),
  ACCIDENT: words('意外灾害 意外事故 火灾 交通事故 自然灾害'),
  EDUCATION: words('教育支出 子女上学 助学'),
  OTHER: words('其他困难 其他 生活困难'),
};
