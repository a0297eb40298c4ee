import type { Cell, Row } from './sheet.js';

/** Where the columns stand in a list, counted from 0. */
export interface Header {
  /** The first row of the heading, as a spreadsheet numbers it. */
  readonly row: number;
  readonly id: number;
  /** Missing when no column is called a name. */
  readonly name: number | undefined;
}

/** Rows that may stand above the heading: a title, a period, who made the list. */
export const MOST_ROWS_ABOVE = 30;

const ID_NAMES = new Set([
  ...['身份证', '身份证号', '身份证号码', '身份证件号', '身份证件号码', '居民身份证', '居民身份证号', '居民身份证号码'],
  ...['公民身份号码', '公民身份证号', '公民身份证号码', '身份号码', '证件号', '证件号码', '有效证件号', '有效证件号码'],
  ...['id', 'idno', 'idnumber', 'idcard', 'idcardno', 'idcardnumber', 'residentid', 'residentidnumber', 'residentidno'],
  ...['identitynumber', 'identitycard', 'identitycardnumber', 'nationalid', 'citizenid', 'citizenidnumber'],
]);
const NAMES = new Set(['姓名', '名字', 'name', 'fullname', '人员姓名']);
/** Whose number it is, when the heading says so. Others in a list (guardian, agent, spouse) are not who is asked about. */
const APPLICANT = /^(?:申请人|申请对象|救助对象|被救助人|受助人|受助对象|求助人|患者|病人|本人|人员|困难群众|applicants?|patients?)/;

/** Whether a row is the heading of a list, and where its columns stand. @returns 'SEVERAL' when several could hold ID numbers. */
export function readHeading(row: Row): Header | 'SEVERAL' | undefined {
  const words = row.cells.map(wordOf);
  const id = placeOf(words, ID_NAMES);
  if (id === undefined || id === 'SEVERAL') return id;
  const name = placeOf(words, NAMES);
  return { row: row.number, id, name: name === 'SEVERAL' ? undefined : name };
}

/** The exact name counts before the one that also says whose it is. One merged over several columns is one column: the first. */
function placeOf(words: readonly string[], names: ReadonlySet<string>): number | 'SEVERAL' | undefined {
  const exact = placesWhere(words, (word) => names.has(word));
  const places = exact.length > 0 ? exact : placesWhere(words, (word) => names.has(word.replace(APPLICANT, '')));
  return places.length > 1 ? 'SEVERAL' : places[0];
}

const placesWhere = (words: readonly string[], fits: (word: string) => boolean): number[] =>
  words.flatMap((word, at) => (fits(word) && word !== words[at - 1] ? [at] : []));

/** `* 身份证号码（必填）` → `身份证号码`; `ID Number` → `idnumber`. */
function wordOf(cell: Cell): string {
  return String(cell)
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '')
    .toLowerCase();
}
