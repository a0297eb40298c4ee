import type { Term } from '../../schema/vocabulary/term.js';
import type { Language } from '../language.js';
import type { Helped } from './row-answer.js';

/** How results are worded. */
export interface Wording {
  readonly language: Language;
  /** Name of an organisation in the registry. */
  readonly organisationName: (id: string) => string;
}

/** "Nothing on record", "not permitted to say" and "did not answer" never look alike; none of them is an empty cell. */
export const HELPED: Readonly<Record<Helped, Term>> = {
  YES: { zh: '是', en: 'yes' },
  NO: { zh: '否', en: 'no' },
  WITHHELD: { zh: '不予提供', en: 'not permitted to say' },
  NOT_ANSWERED: { zh: '未应答', en: 'did not answer' },
};
