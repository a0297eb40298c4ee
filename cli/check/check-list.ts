import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { newBatchRef } from '../../schema/wire/batch-ref.js';
import { CommandError } from '../language.js';
import { type Asker, type AskPersonsOptions, askPersons } from './ask-persons.js';
import { type Examined, examineRows } from './examine-rows.js';
import { openSheet } from './open-sheet.js';
import { beginProgress, type NoProgress, type Progress, resumeProgress } from './progress-file.js';
import { ADDED_COLUMNS, answerCells, faultCells, headingCells } from './result-columns.js';
import { isIncomplete, type RowAnswer } from './row-answer.js';
import type { Sheet } from './sheet.js';
import type { Wording } from './wording.js';

export interface CheckOptions extends Wording {
  readonly file: string;
  readonly sheet: string | undefined;
  /** Where the result goes, by what kind of file the list is; it appears whole or not at all. */
  readonly out: (kind: Sheet['extension']) => string;
  /** Whose questions, for which purpose: kept beside the answers, which are not used for another. */
  readonly user: string;
  readonly purpose: string;
  /** There must be an interrupted run. */
  readonly mustResume: boolean;
  /** The hub, asking under this batch reference. */
  readonly asker: (batch: string) => Asker;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly on: CheckEvents;
}

/** A run before its first question. */
export interface Begun {
  readonly list: Examined;
  /** What was understood of the file. */
  readonly described: Sheet['described'];
  readonly out: string;
  /** Persons an interrupted run has asked about. */
  readonly alreadyAsked: number;
  readonly batch: string;
}

/** What a run tells while it goes on. */
export interface CheckEvents {
  /** The file is understood, and nobody has been asked yet. */
  examined(found: Begun): void;
  /** So many persons have been asked about by now. */
  asked(persons: number): void;
  /** A source did not answer about so many persons, who are asked about once more. */
  askingAgain(persons: number): void;
  writing(): void;
}

/** What came of a run. */
export interface Checked {
  readonly list: Examined;
  readonly out: string;
  readonly answers: Progress['answers'];
}

/** Where a run keeps its answers until the result is there. */
export const progressPathOf = (out: string): string => `${out}.progress`;

/**
 * Checks a list of applicants: reads it, asks about every person once, and writes it again with what came. A run that ends before
 * is gone on with by the next one over the same file, and makes the same result byte for byte.
 *
 * @throws CommandError when the file cannot be understood, is not the one the interrupted run began with, or the hub refuses.
 */
export async function checkList(options: CheckOptions): Promise<Checked> {
  const sheet = await openSheet(options.file, options.sheet);
  try {
    return await checkSheet(sheet, options);
  } finally {
    sheet.close();
  }
}

async function checkSheet(sheet: Sheet, options: CheckOptions): Promise<Checked> {
  const { file, now, signal, on } = options;
  const out = options.out(sheet.extension);
  const input = await digestOf(file);
  const list = await examineRows(sheet, now, signal);
  if (existsSync(out)) throw THERE_ALREADY;
  const key = { input, sheet: options.sheet ?? null, user: options.user, purpose: options.purpose };
  const progress = openProgress(progressPathOf(out), key, list, options.mustResume);

  const { answers, batch } = progress;
  on.examined({ list, described: sheet.described, out, alreadyAsked: answers.size, batch });
  const left = list.persons.filter(({ row }) => !answers.has(row));
  const asker = options.asker(batch);
  const keep: AskPersonsOptions['keep'] = (entries) => {
    progress.keep(entries);
    on.asked(answers.size);
    return true;
  };
  await askPersons(left, { ...asker, keep, signal });
  await askAgain(list, progress, options, asker);

  on.writing();
  const half = `${out}.${process.pid}.new`;
  try {
    const of = (row: number) => {
      signal.throwIfAborted();
      return addedCells(row, list, answers, options);
    };
    await sheet.write(half, { of, columns: ADDED_COLUMNS, place: list.width });
    if ((await digestOf(file)) !== input) throw CHANGED.INPUT;
    renameSync(half, out);
  } finally {
    rmSync(half, { force: true });
  }
  progress.remove();
  return { list, out, answers };
}

/** Whom a source did not answer about, being slow or starting anew, is asked about once more; a source that still does not is away. */
async function askAgain(list: Examined, { answers, keep }: Progress, { signal, on }: CheckOptions, asker: Asker): Promise<void> {
  const persons = list.persons.filter(({ row }) => isIncomplete(answers.get(row) as RowAnswer));
  if (persons.length === 0) return;
  on.askingAgain(persons.length);
  const keepAndJudge: AskPersonsOptions['keep'] = (entries) => {
    keep(entries);
    return !entries.some(([, answer]) => isIncomplete(answer));
  };
  await askPersons(persons, { ...asker, keep: keepAndJudge, signal });
}

function openProgress(path: string, key: Parameters<typeof beginProgress>[1], list: Examined, mustResume: boolean): Progress {
  const found = resumeProgress(path, key);
  if (!('other' in found)) return found;
  if (found.other !== 'NONE') throw CHANGED[found.other];
  if (mustResume) throw CHANGED.NONE;
  return beginProgress(path, key, newBatchRef(Math.max(1, list.rows)));
}

function addedCells(row: number, list: Examined, answers: Progress['answers'], wording: Wording): readonly string[] | undefined {
  if (row === list.header.row) return headingCells(wording.language);
  const fault = list.faults.get(row);
  if (fault) return faultCells(fault, wording.language);
  const answer = answers.get(row);
  return answer && answerCells(answer, wording);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64url');
}

const THERE_ALREADY = new CommandError({
  zh: '结果文件已经存在，不会覆盖。请移走它，或用 --out 另指定一个。',
  en: 'The result file is there already and is not overwritten. Move it away, or give another one with --out.',
});

const begun = (zh: string, en: string): CommandError =>
  new CommandError({
    zh: `未完成的一次查询${zh}。要从头开始，请删除结果旁的 .progress 文件。`,
    en: `The interrupted run ${en}. To begin anew, remove the .progress file beside the result.`,
  });

const CHANGED: Readonly<Record<NoProgress['other'], CommandError>> = {
  INPUT: begun('所用的名单文件后来改动过', 'was over this file as it stood before it was changed'),
  SHEET: begun('查的是另一张工作表', 'was over another sheet'),
  USER: begun('是另一个用户的', "was another user's"),
  PURPOSE: begun('用的是另一个目的', 'was for another purpose'),
  NONE: new CommandError({
    zh: '没有未完成的查询可以继续。去掉 --resume 重新开始。',
    en: 'There is no interrupted run to go on with. Begin one without --resume.',
  }),
};
