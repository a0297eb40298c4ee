import { AID_KINDS } from '../../schema/vocabulary/aid-kinds.js';
import { STATUS_CLASSES } from '../../schema/vocabulary/status-classes.js';
import type { CivilAffairsProgramme } from './types/programme.js';

const named = (code: string, { zh, en }: { zh: string; en: string }, description: string): CivilAffairsProgramme => ({
  code,
  name: zh,
  englishName: en,
  description,
});

/** The bureau's programmes, after 浙江省社会救助条例 art. 11–14 and 38–40 and the 2024 rules on unavoidable expenditure. */
export const PROGRAMMES: readonly CivilAffairsProgramme[] = [
  named('SUBSISTENCE_ALLOWANCE', AID_KINDS.SUBSISTENCE_ALLOWANCE, '人均收入低于最低生活保障标准且符合财产规定的家庭，按月发放。'),
  named('NEAR_DIBAO_SUPPLEMENT', AID_KINDS.NEAR_DIBAO_SUPPLEMENT, '人均收入高于低保标准但不超过其1.5倍的家庭。'),
  named(
    'EXTREME_POVERTY_SUPPORT',
    AID_KINDS.EXTREME_POVERTY_SUPPORT,
    '无劳动能力、无生活来源且无法定赡养、抚养、扶养义务人的人员，集中或分散供养。',
  ),
  named('TEMPORARY_ASSISTANCE', AID_KINDS.TEMPORARY_ASSISTANCE, '因突发疾病、意外灾害、教育支出等暂时陷入困难的家庭或个人，一次性发放。'),
  named('RIGID_EXPENDITURE', STATUS_CLASSES.RIGID_EXPENDITURE, '医疗、教育等必需支出占收入比例过高的家庭，认定有效期不超过12个月。'),
];
