import type { Settlement } from '../../../schema/types/settlement.js';
import type { FindingCertainty } from '../../../schema/vocabulary/finding-rules.js';
import type { Term } from '../../../schema/vocabulary/term.js';
import type { NameOf } from './judgement.js';

/** The sentence of a case that is only possible says so first. */
export const hedge = (certainty: FindingCertainty, { zh, en }: Term): Term =>
  certainty === 'CERTAIN'
    ? { zh, en }
    : { zh: `可能（所提供的信息不足以确定）：${zh}`, en: `Possible, what was released does not settle it: ${en}` };

/** An organisation's name. */
export const of = (nameOf: NameOf, source: string): Term => nameOf(source);

/** A date as it was released. */
export const dateWords = (date: string | null | undefined): Term =>
  date == null ? { zh: '日期未提供', en: 'date not released' } : { zh: date, en: date };

/** When a bill was settled, to stand before and after its noun. */
export const settledWords = ({ settledOn }: Settlement): Term =>
  settledOn == null ? { zh: '', en: 'of a date not released' } : { zh: `${settledOn} `, en: `settled ${settledOn}` };

/** Terms side by side. */
export const listWords = (terms: readonly Term[]): Term => ({
  zh: terms.map(({ zh }) => zh).join('、'),
  en: terms.map(({ en }) => en).join(', '),
});
