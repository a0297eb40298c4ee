import { normaliseResidentId, type ResidentId, ResidentIdError } from '../../client/normalise-resident-id.js';

/** Makes the organisation's refs of persons, in the order given. */
export type Enrol = (ids: readonly ResidentId[]) => Promise<readonly string[]>;

/** An ID number as the records hold it, with the ref of its person. */
export interface NamedNumber {
  readonly idNumber: string;
  readonly ref: string;
}

/** The ID numbers of an agency's records. */
export interface NumberStore {
  /** How many have no ref. */
  count(): Promise<number>;
  /** Numbers without a ref that come after one, in their order; at most so many. */
  next(after: string, most: number): Promise<readonly string[]>;
  /** Keeps refs; durable when it returns. */
  store(named: readonly NamedNumber[]): Promise<void>;
}

/** What became of the ID numbers of an import. */
export interface EnrolmentCount {
  /** Persons named by this run. */
  readonly enrolled: number;
  /** Numbers that are no ID numbers: their records stay, linked to nobody. */
  readonly unreadable: number;
}

/** Told how many of how many numbers have been seen to. */
export type Progress = (done: number, of: number) => void;

/** Numbers whose refs are stored together: what a broken-off run has to repeat at most, once for each that is under way. */
const BATCH = 1_000;
/** Batches under way at once, so that neither the servers nor this process wait for the other. */
const UNDER_WAY = 4;

/**
 * Enrols the person behind every number that has no ref, and stores the refs batch by batch: a run that is broken off goes on where
 * it stopped.
 *
 * @throws EnrolmentError when linkage or the key authority cannot do its part; what was stored before stays.
 */
export async function enrolNumbers(numbers: NumberStore, enrol: Enrol, progress: Progress = () => {}): Promise<EnrolmentCount> {
  const of = await numbers.count();
  const batches = unnamedBatches(numbers);
  let [enrolled, unreadable] = [0, 0];

  const work = async (): Promise<void> => {
    // All take from one generator; where one fails it ends, and the others with what they have under way.
    for await (const batch of batches) {
      const readable = batch.flatMap((idNumber) => {
        const id = readNumber(idNumber);
        return id === undefined ? [] : [{ idNumber, id }];
      });
      const refs = readable.length === 0 ? [] : await enrol(readable.map(({ id }) => id));
      await numbers.store(readable.map(({ idNumber }, at) => ({ idNumber, ref: refs[at] as string })));
      enrolled += readable.length;
      unreadable += batch.length - readable.length;
      progress(enrolled + unreadable, of);
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: UNDER_WAY }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return { enrolled, unreadable };
}

async function* unnamedBatches(numbers: NumberStore): AsyncGenerator<readonly string[]> {
  let after = '';
  for (let batch = await numbers.next(after, BATCH); batch.length > 0; batch = await numbers.next(after, BATCH)) {
    yield batch;
    after = batch.at(-1) as string;
  }
}

/** The number in its one spelling; undefined when it is none. */
export function readNumber(text: string): ResidentId | undefined {
  try {
    return normaliseResidentId(text);
  } catch (error) {
    if (error instanceof ResidentIdError) return undefined;
    throw error;
  }
}
