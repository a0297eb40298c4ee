import type { Term } from '../../schema/vocabulary/term.js';
import type { Home } from '../home/paths.js';
import type { Language } from '../language.js';

/** What every command is given. */
export interface CommandContext {
  readonly home: Home;
  readonly language: Language;
  /** Whether a language was asked for; the welcome is shown in both when not. */
  readonly languageAsked: boolean;
  /** Words after the command and its options, such as the name of a process. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Writes one line to standard output. */
  readonly print: (line: string) => void;
  /** Writes one line, in the chosen language, to standard error. */
  readonly tell: (step: Term) => void;
}

/** A command. Resolves to the exit code. */
export type Command = (context: CommandContext) => Promise<number>;
