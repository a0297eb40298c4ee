import { type Day, isoDate } from '../calendar.js';
import type { County } from '../county.js';
import { yuan } from '../money.js';
import type { Random } from '../random.js';
import type { Card } from './record-card.js';

/** Programmes of rehabilitation: where, and what they usually pay, yuan. */
export const REHAB_PROGRAMMES = {
  儿童康复: { places: ['青岚县特殊教育学校康复部', '瑶州市儿童康复中心'], usual: [6_000, 24_000], step: 1_000 },
  辅助器具: { places: ['青岚县残疾人辅助器具服务站'], usual: [300, 3_500], step: 100 },
  精神病患者服药补助: { places: ['青岚县第二人民医院'], usual: [600, 1_200], step: 100 },
  白内障复明: { places: ['青岚县人民医院', '青岚县中医院'], usual: [800, 1_500], step: 100 },
} as const;

/** Writes aid for rehabilitation. @returns the row's key. */
export function recordRehabAid(
  random: Random,
  county: County,
  card: Card,
  aid: { readonly programme: keyof typeof REHAB_PROGRAMMES; readonly day: Day },
): string {
  const file = county.disabled['rehab_aids.csv'];
  const key = file.nextKey('KF');
  const { places, usual, step } = REHAB_PROGRAMMES[aid.programme];
  const amount = step * random.integer(usual[0] / step, usual[1] / step);
  file.write({
    救助编号: key,
    残疾人证号: card.number,
    项目: aid.programme,
    机构: random.pick(places),
    批准日期: isoDate(aid.day),
    金额: yuan(amount),
  });
  county.diaries.of(card.person).aids.push({ kind: 'REHABILITATION', day: aid.day, amount, illness: false, forBills: false });
  return key;
}
