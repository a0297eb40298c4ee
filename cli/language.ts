import type { Term } from '../schema/vocabulary/term.js';

/** Language of what is shown. */
export type Language = keyof Term;

/** The language asked for, else that of the environment, else English. @throws CommandError for any other word. */
export function chooseLanguage(asked: string | undefined, environment: NodeJS.ProcessEnv = process.env): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  if (asked !== undefined) throw new CommandError({ zh: '--lang 只能是 zh 或 en。', en: '--lang must be zh or en.' }, 2);
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** A command that cannot be done, told to the person in plain words; it never holds an ID number. */
export class CommandError extends Error {
  readonly term: Term;
  readonly exitCode: number;

  constructor(term: Term, exitCode = 1) {
    super(term.en);
    this.name = 'CommandError';
    this.term = term;
    this.exitCode = exitCode;
  }
}
