import type { Term } from '../../schema/vocabulary/term.js';
import type { Fault } from './examine-rows.js';
import type { IdProblem } from './read-id-cell.js';

/** Why a cell names no person; never quotes it. */
export const ID_PROBLEMS: Readonly<Record<IdProblem, Term>> = {
  EMPTY: { zh: '没有身份证号', en: 'no ID number' },
  CHARACTERS: { zh: '身份证号含有数字和末位 X 以外的字符', en: 'the ID number holds other characters than digits and a final X' },
  LENGTH: { zh: '身份证号应为 18 位（旧号 15 位）', en: 'an ID number has 18 characters, or 15 in its old form' },
  DATE: { zh: '身份证号中的出生日期不存在', en: 'the birth date in the ID number is not a possible one' },
  CHECKSUM: {
    zh: '身份证号校验位不符：有一位输错或两位颠倒',
    en: 'the check character of the ID number does not fit: a digit is wrong or two are swapped',
  },
  LOST_DIGITS: {
    zh: '身份证号被表格软件当作数字，后几位已丢失：请从原件重新填写，并把此列设为文本',
    en: 'a spreadsheet took the ID number for a number and lost its last digits: enter it again from the original, in a column of text',
  },
};

/** Why a row is not asked about, as one clause. */
export function faultWords(fault: Fault): Term {
  if (fault.kind === 'NO_PERSON') return ID_PROBLEMS[fault.problem];
  const { first, otherName } = fault;
  return {
    zh: `与第 ${first} 行为同一人${otherName ? '，但姓名不同，请核对' : ''}`,
    en: `the same person as in row ${first}${otherName ? ', under another name: compare the two' : ''}`,
  };
}
