import { parseArgs } from 'node:util';
import { CommandError } from './language.js';

/** Every option of every command. */
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  lang: { type: 'string' },
  together: { type: 'boolean' },
  people: { type: 'string' },
  seed: { type: 'string' },
  'as-of': { type: 'string' },
  port: { type: 'string' },
  as: { type: 'string' },
  purpose: { type: 'string' },
  person: { type: 'string' },
  id: { type: 'string' },
  case: { type: 'string' },
  json: { type: 'boolean' },
  sheet: { type: 'string' },
  out: { type: 'string' },
  resume: { type: 'boolean' },
  for: { type: 'string' },
  from: { type: 'string' },
  extent: { type: 'string' },
  categories: { type: 'string' },
  until: { type: 'string' },
  zh: { type: 'string' },
  en: { type: 'string' },
  kind: { type: 'string' },
  agencies: { type: 'string' },
  capacity: { type: 'string' },
  evidence: { type: 'string' },
} as const;

export interface CommandLine {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

/** Reads the command line. @throws CommandError for an unknown option, without its value. */
export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    return { options: values, words: positionals };
  } catch (error) {
    // parseArgs quotes the argument, which could be an ID number.
    const option = /--[a-z][a-z-]*/.exec((error as Error).message)?.[0] ?? '-';
    throw new CommandError(
      { zh: `命令行有误：${option}。用法：aidgraph --help`, en: `The command line cannot be read at ${option}. See aidgraph --help` },
      2,
    );
  }
}

/** A whole number given as an option. @throws CommandError outside the bounds. */
export function wholeNumber(value: unknown, name: string, bounds: { min: number; max: number }): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= bounds.min && number <= bounds.max) return number;
  throw new CommandError(
    {
      zh: `--${name} 应为 ${bounds.min} 到 ${bounds.max} 之间的整数。`,
      en: `--${name} must be a whole number from ${bounds.min} to ${bounds.max}.`,
    },
    2,
  );
}

/** A text option that must be there. @throws CommandError naming it. */
export function needed(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new CommandError({ zh: `缺少 --${name}。`, en: `--${name} is missing.` }, 2);
}
