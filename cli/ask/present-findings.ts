import { FINDING_CERTAINTIES, FINDING_RULES } from '../../schema/vocabulary/finding-rules.js';
import { OUTCOMES } from '../../schema/vocabulary/outcomes.js';
import { isCode, type Term } from '../../schema/vocabulary/term.js';
import type { FindingsAnswer } from './casework-answers.js';
import type { Presentation } from './presentation.js';
import { NOTHING, withheldMark } from './words.js';

const WORDS = {
  title: { zh: '重复救助与漏救提示', en: 'Duplicate or missed assistance' },
  none: { zh: '－ 未发现', en: '- nothing found' },
  otherwiseNone: { zh: '－ 除下列规则外，未发现', en: '- nothing found, but for the rules below' },
  undecided: { zh: '不能排除，因为缺少：', en: 'cannot be excluded for want of:' },
  coarse: { zh: '所提供的区间过宽', en: 'released too coarsely' },
} as const satisfies Record<string, Term>;

/** What the rules found, a sentence each; then the rules that cannot say no, and whose answer they lack. */
export function presentFindings(findings: FindingsAnswer | null | undefined, presentation: Presentation): string[] {
  const { language, organisationName } = presentation;
  const title = WORDS.title[language];
  if (!findings) return [`${title}  ${NOTHING.NOT_ANSWERED[language]}`];
  const { items, undecided } = findings;
  if (items.length === 0 && undecided.length === 0) return [`${title}  ${WORDS.none[language]}`];
  const reason = (code: string) =>
    code === 'WITHHELD'
      ? withheldMark(OUTCOMES.WITHHELD[language])
      : code === 'NOT_ANSWERED'
        ? NOTHING.NOT_ANSWERED[language]
        : WORDS.coarse[language];
  return [
    title,
    ...items.map(({ rule, certainty, sentence }) => {
      // The sentence of a possible finding says so itself.
      if (certainty === 'POSSIBLE') return `  ${rule} ${sentence[language]}`;
      const sure = isCode(FINDING_CERTAINTIES, certainty) ? FINDING_CERTAINTIES[certainty][language] : certainty;
      return `  ${rule} ${sure}  ${sentence[language]}`;
    }),
    ...(items.length === 0 ? [`  ${WORDS.otherwiseNone[language]}`] : []),
    ...undecided.map(({ rule, lacks }) => {
      const name = isCode(FINDING_RULES, rule) ? FINDING_RULES[rule][language] : rule;
      const missing = lacks.map((lack) => `${organisationName(lack.source)} ${reason(lack.reason)}`).join(language === 'zh' ? '、' : ', ');
      return `  ${rule} ${name}: ${WORDS.undecided[language]} ${missing}`;
    }),
  ];
}
