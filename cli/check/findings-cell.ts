import { FINDING_CERTAINTIES } from '../../schema/vocabulary/finding-rules.js';
import { isCode, type Term } from '../../schema/vocabulary/term.js';
import type { RowAnswer } from './row-answer.js';
import { HELPED, type Wording } from './wording.js';

const NONE: Term = { zh: '未发现', en: 'none found' };
const COARSE: Term = { zh: '区间过宽', en: 'released too coarsely' };

/**
 * What the rules for duplicate and missed assistance found, a sentence each; then those that cannot say no, and whose answer they
 * lack. "None found" stands only where every rule could say no.
 */
export function findingsCell({ findings }: RowAnswer, { language, organisationName }: Wording): string {
  if (!findings) return HELPED.NOT_ANSWERED[language];
  const zh = language === 'zh';
  const { items, undecided, lacks } = findings;
  const found = items.map(({ certainty, sentence }) => {
    const sure = isCode(FINDING_CERTAINTIES, certainty) ? FINDING_CERTAINTIES[certainty][language] : certainty;
    return zh ? `${sure}：${sentence.zh}` : `${sure}: ${sentence.en}`;
  });
  const missing = Object.entries(lacks).map(([source, reason]) => {
    const why = reason === 'WITHHELD' || reason === 'NOT_ANSWERED' ? HELPED[reason] : COARSE;
    return zh ? `${organisationName(source)}（${why.zh}）` : `${organisationName(source)} (${why.en})`;
  });
  const open = zh
    ? `不能排除 ${undecided.join('、')}：缺 ${missing.join('、')}`
    : `cannot be excluded: ${undecided.join(', ')}, for want of ${missing.join(', ')}`;
  const parts = undecided.length > 0 ? [...found, open] : found;
  return parts.length > 0 ? parts.join(zh ? '；' : '; ') : NONE[language];
}
