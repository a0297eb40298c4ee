import type { Day } from '../calendar.js';
import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import type { Disease } from './diseases.js';
import { spellAmount, spellDate, spellName } from './spell-cells.js';
import { drawIdSpelling, spellId } from './spell-id.js';

const PAID = ['同意', '部分同意'] as const;
const UNPAID = ['不同意', '待补充材料', ''] as const;
/** One case in eight is not paid. */
const UNPAID_SHARE = 0.125;

/** Writes a case of the special fund; `day` is the payment, or when nothing was paid, about the meeting. @returns the case number. */
export function recordSpecialFund(
  random: Random,
  county: County,
  entry: { readonly person: Person; readonly disease: Disease; readonly day: Day; readonly paid?: true; readonly amount?: number },
): string {
  const file = county.charity['special_fund.csv'];
  const key = file.nextKey('JJ');
  const paid = entry.paid ?? !random.chance(UNPAID_SHARE);
  const drawn = 100 * Math.round(Math.min(120_000, Math.max(3_000, random.logNormal(20_500, 0.75))) / 100);
  const amount = entry.amount ?? drawn;
  const decision = paid ? (random.chance(0.7) ? PAID[0] : PAID[1]) : random.pick(UNPAID);
  const gap = decision === '同意' ? amount : 100 * Math.round((amount * (1.15 + random.unit())) / 100);
  const meeting = entry.day - random.integer(5, 20);
  file.write({
    案号: key,
    姓名: spellName(random, entry.person.name),
    身份证号: spellId(random, entry.person.idNumber, drawIdSpelling(random)),
    病种: random.pick(entry.disease.words),
    疾病编码: random.chance(0.8) ? entry.disease.code : '',
    申请日期: spellDate(random, meeting - random.integer(10, 60)),
    缺口金额: spellAmount(random, gap),
    联席会议日期: decision === '' ? '' : spellDate(random, meeting),
    联席会议决定: decision,
    拨付日期: paid ? spellDate(random, entry.day) : '',
    拨付金额: paid ? spellAmount(random, amount) : '',
  });
  if (paid)
    county.diaries
      .of(entry.person)
      .aids.push({ kind: 'SPECIAL_FUND', day: entry.day, amount, code: entry.disease.code, illness: true, forBills: true });
  return key;
}
