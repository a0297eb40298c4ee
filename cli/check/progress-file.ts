import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { writePrivate } from '../home/files.js';
import type { RowAnswer } from './row-answer.js';

/** What a run is of: answers of another run must not be mixed into it. */
export interface RunKey {
  /** SHA-256 of the input file, base64url. */
  readonly input: string;
  readonly sheet: string | null;
  readonly user: string;
  readonly purpose: string;
}

/** A run that can be interrupted: its batch reference, and the answers it has, by row. */
export interface Progress {
  readonly batch: string;
  readonly answers: ReadonlyMap<number, RowAnswer>;
  /** Keeps answers; durable when it returns. */
  keep(answers: readonly (readonly [number, RowAnswer])[]): void;
  /** Forgets the run, once its result is there. */
  remove(): void;
}

/** Why there is no run to go on with: none at all, or one of another file, sheet, user or purpose. */
export type NoProgress = { readonly other: 'NONE' | 'INPUT' | 'SHEET' | 'USER' | 'PURPOSE' };

/**
 * Begins a run: a file of mode 0600 whose first line is the run's key and batch reference. It holds row numbers and answers, no
 * ID number, no name and no ref.
 */
export function beginProgress(path: string, key: RunKey, batch: string): Progress {
  writePrivate(path, `${JSON.stringify({ ...key, batch })}\n`);
  return open(path, batch, new Map());
}

/** Goes on with a run of the same key. */
export function resumeProgress(path: string, key: RunKey): Progress | NoProgress {
  if (!existsSync(path)) return { other: 'NONE' };
  const [first = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const kept = parse(first) as (RunKey & { batch: string }) | undefined;
  if (typeof kept?.batch !== 'string') return { other: 'NONE' };
  if (kept.input !== key.input) return { other: 'INPUT' };
  if (kept.sheet !== key.sheet) return { other: 'SHEET' };
  if (kept.user !== key.user) return { other: 'USER' };
  if (kept.purpose !== key.purpose) return { other: 'PURPOSE' };
  const answers = new Map<number, RowAnswer>();
  const share = sharing();
  for (const line of lines) {
    // What a kill tore is asked again.
    const entries = parse(line) as readonly (readonly [number, RowAnswer])[] | undefined;
    for (const [row, answer] of entries ?? []) answers.set(row, share(answer));
  }
  return open(path, kept.batch, answers);
}

function open(path: string, batch: string, answers: Map<number, RowAnswer>): Progress {
  const share = sharing();
  return {
    batch,
    answers,
    keep: (entries) => {
      for (const [row, answer] of entries) answers.set(row, share(answer));
      // The leading line end closes a line that a kill tore.
      appendFileSync(path, `\n${JSON.stringify(entries)}\n`, { mode: 0o600, flush: true });
    },
    remove: () => rmSync(path, { force: true }),
  };
}

/** Most rows of a long list have one of few answers: kept once each. */
function sharing(): (answer: RowAnswer) => RowAnswer {
  const known = new Map<string, RowAnswer>();
  return (answer) => {
    const text = JSON.stringify(answer);
    const same = known.get(text) ?? answer;
    known.set(text, same);
    return same;
  };
}

function parse(line: string): unknown {
  try {
    return line === '' ? undefined : JSON.parse(line);
  } catch {
    return undefined;
  }
}
