import { OUTCOMES } from '../../schema/vocabulary/outcomes.js';
import { PAYER_LAYERS } from '../../schema/vocabulary/payer-layers.js';
import { isCode, type Term } from '../../schema/vocabulary/term.js';
import { layOut } from '../table/lay-out.js';
import { asOfWords } from './as-of-words.js';
import type { PartAnswer, WaterfallAnswer } from './casework-answers.js';
import { formatAmount } from './format-amount.js';
import type { Presentation } from './presentation.js';
import { FRESHNESS, NOTHING, withheldMark } from './words.js';

const WORDS = {
  title: { zh: '医疗费用与支付', en: 'Bills and who paid' },
  bills: { zh: '费用总额', en: 'Bills' },
  left: { zh: '支付后余额', en: 'left after it' },
  gap: { zh: '剩余缺口', en: 'Remaining gap' },
  inPart: { zh: '部分已知', en: 'known in part' },
} as const satisfies Record<string, Term>;

/**
 * From the bills to the remaining gap as a table: one line per payer in the county's order, and under it every source that did not
 * say all. A payer with nothing on record, one that may not be told and one that did not answer never look alike.
 */
export function presentWaterfall(waterfall: WaterfallAnswer | null | undefined, presentation: Presentation): string[] {
  const { language } = presentation;
  if (!waterfall) return [`${WORDS.title[language]}  ${NOTHING.NOT_ANSWERED[language]}`];
  const { from, to, total, layers, gap, gapState } = waterfall;
  const rows = layers.flatMap(({ layer, state, amount, left, parts }) => {
    const name = isCode(PAYER_LAYERS, layer) ? PAYER_LAYERS[layer][language] : layer;
    const row = ['', name, shownAmount(state, amount, presentation), formatAmount(left, language), noteOf(state, parts, presentation)];
    return [row, ...(parts.length > 1 && state !== 'KNOWN' ? parts.filter(isNotable).map((part) => partRow(part, presentation)) : [])];
  });
  return [
    `${WORDS.title[language]}  ${from} – ${to}`,
    ...layOut([
      [
        '',
        WORDS.bills[language],
        shownAmount(total.state, total.amount, presentation),
        WORDS.left[language],
        noteOf(total.state, [total], presentation),
      ],
      ...rows,
      ['', WORDS.gap[language], formatAmount(gap, language), '', gapState === 'KNOWN' ? '' : WORDS.inPart[language]],
    ]),
  ];
}

const isNotable = ({ state, amount }: PartAnswer): boolean => state !== 'KNOWN' || amount.max !== '0.00';

function partRow(part: PartAnswer, presentation: Presentation): string[] {
  const { language, organisationName } = presentation;
  return ['', `  ${organisationName(part.source)}`, shownAmount(part.state, part.amount, presentation), '', lateNote(part, language)];
}

function shownAmount(state: string, amount: PartAnswer['amount'], { language }: Presentation): string {
  if (state === 'WITHHELD') return withheldMark(OUTCOMES.WITHHELD[language]);
  if (state === 'NOT_ANSWERED') return NOTHING.NOT_ANSWERED[language];
  return amount.min === '0.00' && amount.max === '0.00' ? NOTHING.NONE[language] : formatAmount(amount, language);
}

function noteOf(state: string, parts: readonly PartAnswer[], { language }: Presentation): string {
  const [only] = parts;
  if (parts.length === 1 && only?.state === 'LATE') return lateNote(only, language);
  return state === 'IN_PART' ? WORDS.inPart[language] : state === 'LATE' ? (FRESHNESS.LATE?.[language] ?? '') : '';
}

function lateNote({ state, asOf }: PartAnswer, language: Presentation['language']): string {
  if (state !== 'LATE' || asOf === null) return '';
  return `${FRESHNESS.LATE?.[language]}, ${asOfWords(asOf, language)}`;
}
