import type { AidCause } from '../../schema/vocabulary/aid-causes.js';
import type { AidKind } from '../../schema/vocabulary/aid-kinds.js';
import type { CheckConclusion, ReferralState } from '../../schema/vocabulary/check-conclusions.js';
import type { StatusClass } from '../../schema/vocabulary/status-classes.js';
import type { Register } from './data/find-register-entries.js';

/**
 * The bureau's wordings and codes in the contract's vocabularies. One-to-many in the records, so looked up per
 * register; what does not stand here has no code and keeps its wording. Change the version with any line.
 */
export const MAPPING_VERSION = '2026-10';

/** Spellings of a status as its register's entries write them. */
export const STATUS_WORDINGS: Readonly<Record<Register, Readonly<Record<string, StatusClass>>>> = {
  DIBAO: all('DIBAO', [
    ...['农村低保户', '城镇低保户', '农村低保', '城市低保', '低保户', '低保(户保)', '最低生活保障家庭', '城乡低保', '农村低保对象', '低保'],
    ...['农村低保单人', '城镇低保单人', '单人保', '低保单人户', '低保(单人保)'],
    // Members of near-dibao households who are themselves covered by dibao.
    ...['低边重残单人保', '低边重病单人保'],
  ]),
  NEAR_DIBAO: all('NEAR_DIBAO', [
    ...['低保边缘', '低边', '低边户', '低保边缘户', '低保边缘家庭', '最低生活保障边缘家庭', '低保边缘(农村)'],
    // The word before the 2022 rules; the whole low-income population is wider, but not in this register.
    ...['低收入', '低收入家庭'],
  ]),
  TEKUN: all('EXTREME_POVERTY', [
    ...['特困集中供养', '特困分散供养', '特困人员', '特困(集中)', '特困(分散)', '农村特困', '城市特困'],
    // Words before the 2014 merger of 五保 and 三无.
    ...['五保', '五保集中', '五保分散', '城市三无'],
  ]),
  RIGID_EXPENDITURE: all('RIGID_EXPENDITURE', [
    ...['刚性支出', '刚性支出困难', '刚性支出困难家庭'],
    // The word before 2024.
    ...['支出型困难家庭', '支出型贫困', '因病支出型困难'],
  ]),
};

/** What a register pays; unavoidable-expenditure hardship is a status only. */
export const REGISTER_KINDS: Readonly<Record<Register, AidKind | null>> = {
  DIBAO: 'SUBSISTENCE_ALLOWANCE',
  NEAR_DIBAO: 'NEAR_DIBAO_SUPPLEMENT',
  TEKUN: 'EXTREME_POVERTY_SUPPORT',
  RIGID_EXPENDITURE: null,
};

/** Spellings of the cause of a temporary assistance. */
export const CAUSE_WORDINGS: Readonly<Record<string, AidCause>> = {
  ...all('ILLNESS', ['疾病', '因病', '突发疾病', '重大疾病']),
  ...all('ACCIDENT', ['意外灾害', '意外事故', '火灾', '交通事故', '自然灾害']),
  ...all('EDUCATION', ['教育支出', '子女上学', '助学']),
  ...all('OTHER', ['其他困难', '其他', '生活困难']),
};

/** How a check of economic status ended. */
export const CONCLUSION_WORDINGS: Readonly<Record<string, CheckConclusion>> = {
  符合: 'ELIGIBLE',
  不符合: 'NOT_ELIGIBLE',
  预警: 'ALERT',
};

/** Whether a refused applicant agreed to be passed on to a charity. */
export const REFERRAL_WORDINGS: Readonly<Record<string, ReferralState>> = { 同意: 'REFERRED', 不同意: 'DECLINED' };

/** GB/T 2261.1. */
export const SEXES: Readonly<Record<string, string>> = { 1: '男', 2: '女' };

/** GB/T 4761, the codes the bureau uses. */
export const RELATIONS: Readonly<Record<string, string>> = {
  '02': '户主',
  10: '配偶',
  20: '子',
  30: '女',
  41: '孙子',
  42: '孙女',
  51: '父亲',
  52: '母亲',
  73: '弟弟',
  77: '妹妹',
  97: '其他亲属',
};

/** Counties by the first six digits of a region code (GB/T 2260); the synthetic county's code was never assigned. */
export const COUNTIES: Readonly<Record<string, string>> = { 999001: '青岚县' };

/** The code of a wording, blanks and full-width characters aside; null when the table does not hold it. */
export function codeOf<C extends string>(table: Readonly<Record<string, C>>, wording: string | null): C | null {
  const plain = (wording ?? '').normalize('NFKC').replace(/\s+/g, '');
  return Object.hasOwn(table, plain) ? (table[plain] ?? null) : null;
}

function all<C extends string>(code: C, wordings: readonly string[]): Record<string, C> {
  return Object.fromEntries(wordings.map((wording) => [wording, code]));
}
