import type { Term } from '../../schema/vocabulary/term.js';
import { formatAmount } from '../ask/format-amount.js';
import type { Language } from '../language.js';
import type { Fault } from './examine-rows.js';
import { findingsCell } from './findings-cell.js';
import { helpedBefore, type RowAnswer } from './row-answer.js';
import { HELPED, type Wording } from './wording.js';
import { faultWords } from './words.js';

interface Column {
  readonly title: Term;
  readonly cell: (answer: RowAnswer, wording: Wording) => string;
}

const NOTHING: Term = { zh: '无记录', en: 'nothing on record' };
const NOT_SAID: Term = { zh: '未说明', en: 'not said' };

/** The added columns, in order. A new one is a line here and what it needs in question.ts and row-answer.ts. */
const COLUMNS: readonly Column[] = [
  { title: { zh: '查询结果', en: 'Outcome' }, cell: outcome },
  { title: { zh: '以往受助', en: 'Helped before' }, cell: (answer, { language }) => HELPED[helpedBefore(answer)][language] },
  { title: { zh: '救助机构', en: 'By whom' }, cell: byWhom },
  {
    title: { zh: '金额区间', en: 'Amount band' },
    cell: (answer, { language }) => whenHelped(answer, language, answer.total && formatAmount(answer.total, language)),
  },
  {
    title: { zh: '最近月份', en: 'Last month' },
    cell: (answer, { language }) => whenHelped(answer, language, answer.newestOn?.slice(0, 7)),
  },
  { title: { zh: '重复与漏救提示', en: 'Findings' }, cell: findingsCell },
];

/** How many columns are added. */
export const ADDED_COLUMNS = COLUMNS.length;

/** Their heading. */
export const headingCells = (language: Language): string[] => COLUMNS.map(({ title }) => title[language]);

/** The cells of a row that was asked about. */
export const answerCells = (answer: RowAnswer, wording: Wording): string[] => COLUMNS.map(({ cell }) => cell(answer, wording));

/** The cells of a row that was not: why, in the first of them. */
export function faultCells(fault: Fault, language: Language): string[] {
  const lead: Term = fault.kind === 'REPEATED' ? { zh: '重复：', en: 'repeated: ' } : { zh: '未查询：', en: 'not asked: ' };
  return [lead[language] + faultWords(fault)[language], ...Array<string>(ADDED_COLUMNS - 1).fill('')];
}

function outcome({ sources }: RowAnswer, { language, organisationName }: Wording): string {
  const away = Object.entries(sources).filter(([, said]) => said === 'NOT_ANSWERED');
  const zh = language === 'zh';
  if (away.length === 0 && Object.keys(sources).length > 0) return zh ? '已查询' : 'asked';
  if (away.length === Object.keys(sources).length) return zh ? '已查询，均未应答' : 'asked, nobody answered';
  const names = away.map(([source]) => organisationName(source)).join(zh ? '、' : ', ');
  return zh ? `已查询，未应答：${names}` : `asked, did not answer: ${names}`;
}

function byWhom({ sources }: RowAnswer, { language, organisationName }: Wording): string {
  const zh = language === 'zh';
  const parts = Object.entries(sources).flatMap(([source, said]) => {
    if (typeof said === 'number') return said > 0 ? [organisationName(source)] : [];
    const word = HELPED[said][language];
    return [zh ? `${organisationName(source)}（${word}）` : `${organisationName(source)} (${word})`];
  });
  if (parts.length > 0) return parts.join(zh ? '；' : '; ');
  return Object.keys(sources).length > 0 ? NOTHING[language] : HELPED.NOT_ANSWERED[language];
}

function whenHelped(answer: RowAnswer, language: Language, value: string | null | undefined): string {
  const helped = helpedBefore(answer);
  if (helped === 'YES') return value ?? NOT_SAID[language];
  return (helped === 'NO' ? NOTHING : HELPED[helped])[language];
}
