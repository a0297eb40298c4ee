import type { Day } from './calendar.js';
import type { Person } from './people/person.js';
import type { Status } from './rates.js';

/** A status that covered somebody; no end: it runs. */
export interface HeldStatus {
  readonly kind: Status;
  readonly from: Day;
  readonly to?: Day | undefined;
}

/** One-off aid somebody had, whoever gave it. */
export interface HadAid {
  readonly kind: 'TEMPORARY' | 'CHARITY' | 'SPECIAL_FUND' | 'RED_CROSS' | 'REHABILITATION' | 'MEDICAL_ASSISTANCE';
  readonly day: Day;
  /** Yuan. */
  readonly amount: number;
  /** ICD-10, where it was for an illness that has a name. */
  readonly code?: string | undefined;
  readonly illness: boolean;
  /** Meant for medical bills. */
  readonly forBills: boolean;
}

/** A settled bill that stands, with what is left after every payer known. Fen. */
export interface HadBill {
  readonly admitted: Day;
  readonly settled: Day;
  readonly code: string;
  /** Fen: what is left after every payer known; medical assistance on application takes from it later. */
  burden: number;
}

/** What truly happened to one person, as the truth files need it. */
export interface Diary {
  readonly statuses: HeldStatus[];
  readonly aids: HadAid[];
  readonly bills: HadBill[];
}

/** The diaries of people still being written about. Known to the truth files and to what comes of one record in another agency. */
export class Diaries {
  readonly #diaries = new Map<Person, Diary>();

  /** A person's diary; an empty one the first time. */
  of(person: Person): Diary {
    let diary = this.#diaries.get(person);
    if (!diary) {
      diary = { statuses: [], aids: [], bills: [] };
      this.#diaries.set(person, diary);
    }
    return diary;
  }

  /** Everybody with a diary. */
  entries(): IterableIterator<[Person, Diary]> {
    return this.#diaries.entries();
  }

  /** Forgets everybody, so that memory does not grow with the county. */
  clear(): void {
    this.#diaries.clear();
  }
}

/** The status of a person on a day that counts most where several are held (就高不就低). */
export function statusOn(diary: Diary, day: Day): Status | undefined {
  const held = diary.statuses.filter(({ from, to }) => from <= day && (to === undefined || day <= to)).map(({ kind }) => kind);
  return (['TEKUN', 'DIBAO', 'NEAR_DIBAO', 'RIGID_EXPENDITURE'] as const).find((kind) => held.includes(kind));
}
