import { readFileSync } from 'node:fs';

/** Everything wrong with a process's configuration, in one message. */
export class ConfigurationError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** How one value is read. `parse` throws an Error whose message says what is expected. */
export interface Setting<T> {
  readonly variable: string;
  readonly parse: (text: string) => T;
  /** Used when the variable is not set; without it the variable is mandatory. */
  readonly fallback?: T;
}

type Values<S> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

/**
 * Reads and checks a whole configuration at once.
 *
 * @throws ConfigurationError naming every variable that is missing or wrong.
 */
export function readConfig<S extends Record<string, Setting<unknown>>>(environment: Environment, settings: S): Values<S> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const text = environment[setting.variable];
    if (text === undefined || text === '') {
      if ('fallback' in setting) values[name] = setting.fallback;
      else problems.push(`${setting.variable} is not set`);
      continue;
    }
    try {
      values[name] = setting.parse(text);
    } catch (error) {
      problems.push(`${setting.variable} ${(error as Error).message}`);
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return values as Values<S>;
}

/** Text as it stands. */
export const text = (variable: string): Setting<string> => ({ variable, parse: (value) => value });

/** A whole number within bounds. */
export const integer = (variable: string, bounds: { min: number; max: number; fallback?: number }): Setting<number> => ({
  variable,
  parse: (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= bounds.min && number <= bounds.max) return number;
    throw new Error(`must be a whole number from ${bounds.min} to ${bounds.max}`);
  },
  ...(bounds.fallback === undefined ? {} : { fallback: bounds.fallback }),
});

/** One of a few words. */
export const oneOf = <const W extends string>(variable: string, words: readonly W[], fallback?: W): Setting<W> => ({
  variable,
  parse: (value) => {
    const word = words.find((entry) => entry === value);
    if (word === undefined) throw new Error(`must be one of ${words.join(', ')}`);
    return word;
  },
  ...(fallback === undefined ? {} : { fallback }),
});

/** `name=http://host:port` pairs, separated by commas; or the path of a file that holds them, one to a line. */
export const addresses = (variable: string): Setting<ReadonlyMap<string, string>> => ({
  variable,
  parse: (value) => {
    const pairs = value.includes('=') ? value.split(',') : readLines(value);
    return new Map(
      pairs.map((pair) => {
        const [name, url] = pair.split('=', 2);
        if (!name || !url || !URL.canParse(url)) throw new Error('must be name=URL pairs separated by commas, or a file of them');
        return [name, url] as const;
      }),
    );
  },
});

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/).filter(Boolean);
  } catch {
    throw new Error('must be name=URL pairs separated by commas, or a file of them');
  }
}

/** The path of a readable file; the value is its text. */
export const fileText = (variable: string): Setting<string> => ({
  variable,
  parse: (path) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      throw new Error('must name a file this process may read');
    }
  },
});
