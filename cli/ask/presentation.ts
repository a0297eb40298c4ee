import type { Language } from '../language.js';

/** How the answer is shown. */
export interface Presentation {
  readonly language: Language;
  /** Name of an organisation in the registry. */
  readonly organisationName: (id: string) => string;
}
