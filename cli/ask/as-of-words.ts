import { naturalDay } from '../../schema/values/natural-day.js';
import { NEVER_IMPORTED } from '../../schema/values/never-imported.js';
import type { Language } from '../language.js';
import { HEADINGS, NOTHING } from './words.js';

/** How far a source's records reach, in words. */
export const asOfWords = (asOf: string, language: Language): string =>
  asOf === NEVER_IMPORTED ? NOTHING.NOT_IMPORTED[language] : `${HEADINGS.asOf[language]} ${naturalDay(new Date(asOf)) ?? asOf}`;
