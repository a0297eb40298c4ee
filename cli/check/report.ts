import type { Language } from '../language.js';
import type { Checked } from './check-list.js';
import type { Examined } from './examine-rows.js';
import { helpedBefore } from './row-answer.js';
import { HELPED } from './wording.js';
import { faultWords } from './words.js';

/** Lines a terminal still shows usefully; the result's column says it of every row. */
const MOST_LINES = 500;

/** One line for every row that is not asked about: which, and why. */
export function faultLines({ faults }: Examined, language: Language): string[] {
  const zh = language === 'zh';
  const sorted = [...faults].sort(([one], [other]) => one - other);
  const lines = sorted.slice(0, MOST_LINES).map(([row, fault]) => {
    const words = faultWords(fault)[language];
    return zh ? `第 ${row} 行：${words}` : `row ${row}: ${words}`;
  });
  const more = faults.size - lines.length;
  if (more > 0) lines.push(zh ? `……另有 ${more} 行，见结果文件` : `… and ${more} more rows: see the result`);
  return lines;
}

/** What came of the run, in counts of rows and persons. */
export function summaryLines({ list, answers }: Checked, language: Language): string[] {
  const zh = language === 'zh';
  const repeated = [...list.faults.values()].filter(({ kind }) => kind === 'REPEATED').length;
  const bad = list.faults.size - repeated;
  const asked = list.persons.length;
  const counts = new Map<keyof typeof HELPED, number>();
  for (const answer of answers.values()) counts.set(helpedBefore(answer), (counts.get(helpedBefore(answer)) ?? 0) + 1);
  const helped = (Object.keys(HELPED) as (keyof typeof HELPED)[]).map((key) => `${HELPED[key][language]} ${counts.get(key) ?? 0}`);
  return zh
    ? [`共 ${list.rows} 行：查询 ${asked} 人，${bad} 行身份证号有误（未查询），${repeated} 行重复`, `以往受助：${helped.join('，')}`]
    : [
        `${list.rows} rows: ${asked} persons asked about, ${bad} rows without a usable ID number, ${repeated} repeated`,
        `Helped before: ${helped.join(', ')}`,
      ];
}
