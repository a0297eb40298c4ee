import { parse } from 'yaml';
import { ConfigurationError } from '../../runtime/read-config.js';

/** A county's parameters of one kind, with the days they are in force. */
export interface CountyEntry {
  /** The county's six-digit code. */
  readonly county: string;
  /** First natural day. */
  readonly from: string;
  /** Last natural day, included; null: open. */
  readonly to: string | null;
}

/** A versioned file of parameters, checked. */
export interface CountyFile<T> {
  readonly version: string;
  readonly entries: readonly (CountyEntry & T)[];
}

type Keys = Readonly<Record<string, unknown>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));
const isKeys = (value: unknown): value is Keys => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a file of a county's parameters: `version`, and `entries` with `county`, `from`, `to` and the keys of their kind. At most
 * one entry is in force for a county on any day.
 *
 * @param check what is wrong with the keys of one entry
 * @throws ConfigurationError naming everything that is wrong.
 */
export function readCountyFile<T>(
  what: string,
  yamlText: string,
  keys: readonly string[],
  check: (entry: Keys) => readonly string[],
): CountyFile<T> {
  const refuse = (problems: readonly string[]) => new ConfigurationError(problems.map((problem) => `${what}: ${problem}`));
  let document: unknown;
  try {
    document = parse(yamlText);
  } catch (error) {
    throw refuse([(error as Error).message.split('\n', 1)[0] as string]);
  }
  if (!isKeys(document) || !Array.isArray(document.entries)) throw refuse(['must hold version and a list of entries']);
  const problems: string[] = [];
  if (typeof document.version !== 'string' || document.version.trim() === '') problems.push('version must be text');
  for (const [at, entry] of document.entries.entries()) {
    const tell = (problem: string) => problems.push(`entries[${at}]: ${problem}`);
    if (!isKeys(entry)) {
      tell('must be a set of keys');
      continue;
    }
    const known = ['county', 'from', 'to', ...keys];
    for (const key of known) if (!Object.hasOwn(entry, key)) tell(`${key} is missing`);
    for (const key of Object.keys(entry)) if (!known.includes(key)) tell(`${key} is not a known key`);
    if (!/^\d{6}$/.test(String(entry.county))) tell('county must be a six-digit code in quotes');
    if (!isDay(entry.from)) tell('from must be a day such as "2025-01-31"');
    if (entry.to !== null && !(isDay(entry.to) && entry.to >= String(entry.from))) tell('to must be null or a day not before from');
    check(entry).forEach(tell);
  }
  const entries = document.entries as (CountyEntry & T)[];
  if (problems.length === 0) problems.push(...overlaps(entries));
  if (problems.length > 0) throw refuse(problems);
  return { version: document.version as string, entries };
}

/** What is in force in a county on a natural day; undefined when nothing is. */
export const inForce = <T>({ entries }: CountyFile<T>, county: string, day: string): (CountyEntry & T) | undefined =>
  entries.find((entry) => entry.county === county && entry.from <= day && (entry.to === null || day <= entry.to));

function overlaps(entries: readonly CountyEntry[]): string[] {
  const inTurn = entries.toSorted((one, other) => one.from.localeCompare(other.from));
  return inTurn.flatMap((one, at) =>
    inTurn
      .slice(at + 1)
      .filter((later) => later.county === one.county && later.from <= (one.to ?? '9999'))
      .map((later) => `two entries of ${one.county} are in force from ${later.from}`),
  );
}
