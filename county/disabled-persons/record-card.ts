import { addYears, type Day, isoDate } from '../calendar.js';
import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';

/** Classes of disability, GB/T 26341, with the county's mix. */
export const DISABILITIES = {
  视力残疾: { digit: 1, weight: 11 },
  听力残疾: { digit: 2, weight: 8 },
  言语残疾: { digit: 3, weight: 1 },
  肢体残疾: { digit: 4, weight: 55 },
  智力残疾: { digit: 5, weight: 9 },
  精神残疾: { digit: 6, weight: 10 },
  多重残疾: { digit: 7, weight: 6 },
} as const;

export type Disability = keyof typeof DISABILITIES;
export type Grade = 1 | 2 | 3 | 4;

/** A disability card. */
export interface Card {
  readonly person: Person;
  readonly number: string;
  readonly disability: Disability;
  readonly grade: Grade;
  readonly issued: Day;
  readonly valid: boolean;
}

const GRADES = ['', '一级', '二级', '三级', '四级'] as const;
const VALID_YEARS = 10;

/** Writes a person's disability card; a person has at most one. */
export function recordCard(
  random: Random,
  county: County,
  entry: {
    readonly person: Person;
    readonly disability: Disability;
    readonly grade: Grade;
    readonly issued: Day;
    readonly state?: '有效' | '冻结' | '注销';
  },
): Card {
  const { person, disability, grade, issued } = entry;
  const idNumber = random.chance(0.05) ? person.idNumber.toLowerCase() : person.idNumber;
  const number = `${idNumber}${DISABILITIES[disability].digit}${grade}`;
  const state = entry.state ?? '有效';
  county.disabled['cards.csv'].write({
    残疾人证号: number,
    姓名: person.name,
    性别: person.sex === 'M' ? '男' : '女',
    残疾类别: disability,
    残疾等级: GRADES[grade],
    发证日期: isoDate(issued),
    有效期至: isoDate(addYears(issued, VALID_YEARS)),
    证件状态: state,
  });
  return { person, number, disability, grade, issued, valid: state === '有效' };
}
