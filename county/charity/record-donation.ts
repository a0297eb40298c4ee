import type { Day } from '../calendar.js';
import type { Person } from '../people/person.js';
import { COUNTY } from '../people/places.js';
import type { Random } from '../random.js';
import type { CharityFiles } from './open-files.js';
import { spellAmount, spellDate, spellName } from './spell-cells.js';
import { drawIdSpelling, spellId } from './spell-id.js';

const FIRMS = ['岚光竹木厂', '云桥五金有限公司', '兰渡茶业合作社', '桐岭缝纫设备有限公司', '同心商会', '松坪石料厂'];
const round = (amount: number, step: number) => step * Math.max(1, Math.round(amount / step));

/** Writes a donation: by the given person, or by a firm or nobody named in their place. @returns the row's key. */
export function recordDonation(
  random: Random,
  files: CharityFiles,
  donation: { readonly donor: Person; readonly day: Day; readonly beneficiary?: Person | undefined; readonly named?: true },
): string {
  const file = files['donations.csv'];
  const key = file.nextKey('JZ');
  const by = donation.named
    ? '个人'
    : random.weighted<'个人' | '单位' | '匿名'>([
        ['个人', 70],
        ['单位', 20],
        ['匿名', 10],
      ]);
  const donor = { 个人: donation.donor.name, 单位: COUNTY.name + random.pick(FIRMS), 匿名: '' }[by];
  const { beneficiary } = donation;
  file.write({
    捐赠编号: key,
    捐赠人类别: by,
    捐赠人: donor,
    捐赠人身份证号:
      by === '个人' && (donation.named || random.chance(0.7)) ? spellId(random, donation.donor.idNumber, drawIdSpelling(random)) : '',
    捐赠日期: spellDate(random, donation.day),
    金额: spellAmount(random, by === '单位' ? round(random.logNormal(20_000, 1), 1_000) : round(random.logNormal(600, 1), 50)),
    捐赠意向: beneficiary ? '定向' : '非定向',
    定向受益人: beneficiary ? spellName(random, beneficiary.name) : '',
    定向受益人身份证号: beneficiary ? spellId(random, beneficiary.idNumber, drawIdSpelling(random)) : '',
    不公开: by !== '匿名' && random.chance(0.12) ? '是' : '',
  });
  return key;
}
