import { compactDate, type Day, isoDate, partsOf } from '../calendar.js';
import { yuan } from '../money.js';
import type { Random } from '../random.js';

/** A date in one of the sheet's forms. */
export function spellDate(random: Random, day: Day): string {
  const { year, month, date } = partsOf(day);
  return random.weighted([
    [`${year}.${month}.${date}`, 35],
    [`${year}年${month}月${date}日`, 20],
    [isoDate(day), 25],
    [compactDate(day), 10],
    [`${year}/${month}/${date}`, 10],
  ]);
}

/** An amount in one of the sheet's forms. */
export function spellAmount(random: Random, amount: number): string {
  const grouped = yuan(amount).replaceAll(/\B(?=(\d{3})+\.)/g, ',');
  return random.weighted([
    [String(amount), 60],
    [yuan(amount), 15],
    [grouped, 15],
    [`${amount}元`, 10],
  ]);
}

/** A name; two characters are now and then set apart to fill the column. */
export const spellName = (random: Random, name: string): string =>
  name.length === 2 && random.chance(0.4) ? [...name].join(random.pick([' ', '\u3000'])) : name;
