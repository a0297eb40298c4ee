import { normaliseResidentId, type ResidentId, ResidentIdError } from '../../client/normalise-resident-id.js';

/** Makes the organisation's refs of persons, in the order given. */
export type Enrol = (ids: readonly ResidentId[]) => Promise<readonly string[]>;

/** An ID number as a record writes it, with the ref of its person. */
export interface NamedNumber {
  readonly idNumber: string;
  readonly ref: string;
}

/** What became of the ID numbers of an import. */
export interface EnrolmentCount {
  /** Persons named by this run. */
  readonly enrolled: number;
  /** Numbers that are no ID numbers: their records stay, linked to nobody. */
  readonly unreadable: number;
}

/** Persons enrolled before their refs are stored: what a broken-off run has to repeat at most. */
const BATCH = 2_000;

/**
 * Enrols the person behind every number, spellings of one number as one person, and stores the refs batch by batch.
 *
 * @throws EnrolmentError when linkage or the key authority cannot do its part; what was stored before stays.
 */
export async function enrolNumbers(
  numbers: readonly string[],
  enrol: Enrol,
  store: (named: readonly NamedNumber[]) => Promise<void>,
): Promise<EnrolmentCount> {
  const spellings = new Map<ResidentId, string[]>();
  let unreadable = 0;
  for (const number of new Set(numbers)) {
    const id = readNumber(number);
    if (id === undefined) unreadable += 1;
    else spellings.set(id, [...(spellings.get(id) ?? []), number]);
  }
  const ids = [...spellings.keys()];
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    const refs = await enrol(batch);
    await store(batch.flatMap((id, at) => (spellings.get(id) ?? []).map((idNumber) => ({ idNumber, ref: refs[at] as string }))));
  }
  return { enrolled: ids.length, unreadable };
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
