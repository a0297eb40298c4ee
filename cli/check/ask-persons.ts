import type { Answer } from '../../client/ask.js';
import type { ResidentId } from '../../client/normalise-resident-id.js';
import { MOST_PERSONS } from '../../schema/wire/most-persons.js';
import { refusalOf } from '../ask/refusals.js';
import type { CheckedPeople } from './question.js';
import { type RowAnswer, rowAnswerOf } from './row-answer.js';

/** The hub as a run over a list needs it. */
export interface Asker {
  /** The organisation's own refs of persons, in the order given. */
  readonly refs: (ids: readonly ResidentId[]) => Promise<readonly string[]>;
  /** Asks CHECK_QUESTION about refs, for the run's purpose and under its batch reference. */
  readonly ask: (refs: readonly string[], signal: AbortSignal) => Promise<Answer<CheckedPeople>>;
}

export interface AskPersonsOptions extends Asker {
  /** Is given the answers of each question, by row, as they come. @returns false when no further question should be begun. */
  readonly keep: (answers: readonly (readonly [number, RowAnswer])[]) => boolean;
  /** Ends the run: what is under way is dropped, nothing more is begun. */
  readonly signal: AbortSignal;
}

/** Half of what one request may name: a hub under load answers it in time, and an interruption loses little. */
const PERSONS_AT_ONCE = MOST_PERSONS / 2;
/** A question that took too long is asked again in halves down to this. */
const FEWEST_PERSONS = 10;
const IN_FLIGHT = 2;

type Person = { readonly row: number; readonly id: ResidentId };

/**
 * Asks about many persons, a hundred to a question and a few questions at a time. The first refusal, or a hub that is away,
 * ends the run after what is under way has come in; a source that does not answer is part of an answer.
 *
 * @throws CommandError saying why; the signal's reason when it ended the run.
 */
export async function askPersons(persons: readonly Person[], options: AskPersonsOptions): Promise<void> {
  const { signal } = options;
  let next = 0;
  let ended = false;
  let failed: { error: unknown } | undefined;
  const work = async () => {
    while (next < persons.length && !ended && !failed && !signal.aborted) {
      const group = persons.slice(next, next + PERSONS_AT_ONCE);
      next += group.length;
      try {
        if (!options.keep(await askGroup(group, options))) ended = true;
      } catch (error) {
        failed ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  signal.throwIfAborted();
  if (failed) throw failed.error;
}

async function askGroup(group: readonly Person[], options: AskPersonsOptions): Promise<(readonly [number, RowAnswer])[]> {
  const refs = await options.refs(group.map(({ id }) => id));
  options.signal.throwIfAborted();
  const answer = await options.ask(refs, options.signal);
  if (tookTooLong(answer) && group.length > FEWEST_PERSONS) {
    const half = Math.ceil(group.length / 2);
    return [...(await askGroup(group.slice(0, half), options)), ...(await askGroup(group.slice(half), options))];
  }
  if (answer.kind !== 'ANSWERED') throw refusalOf(answer);
  const { people } = answer.data;
  const inOrder = people.length === group.length && people.every(({ id }, at) => id === refs[at]);
  if (!inOrder) throw new Error('The hub answered about other persons than were asked.');
  return people.map((person, at) => [(group[at] as Person).row, rowAnswerOf(person)] as const);
}

const tookTooLong = (answer: Answer<unknown>): boolean =>
  answer.kind === 'REFUSED' && answer.errors.some(({ code }) => code === 'DEADLINE_EXCEEDED');
