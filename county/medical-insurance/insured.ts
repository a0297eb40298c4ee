import type { Diary } from '../diary.js';
import type { Person } from '../people/person.js';

/** What one insured person has used in one natural year, fen. */
export interface YearAccount {
  /** Within the policy, after the pool: what critical illness insurance adds up against its line. */
  leftByPool: number;
  criticalIllness: number;
  assistance: number;
  personalPart: number;
  commercial: number;
  /** Whether the large-cost prompt has gone out. */
  alerted: boolean;
}

/** An insured person, as the insurance platform and their insurer see them. */
export interface Insured {
  readonly person: Person;
  readonly diary: Diary;
  readonly psn_no: string;
  readonly certno: string;
  readonly employee: boolean;
  readonly civilServant: boolean;
  /** Bought the commercial supplement. */
  readonly commercial: boolean;
  /** Monitored against relapse into poverty. */
  readonly monitored: boolean;
  readonly years: Map<number, YearAccount>;
}

/** The account of a natural year. */
export function accountOf(insured: Insured, year: number): YearAccount {
  let account = insured.years.get(year);
  if (!account) {
    account = { leftByPool: 0, criticalIllness: 0, assistance: 0, personalPart: 0, commercial: 0, alerted: false };
    insured.years.set(year, account);
  }
  return account;
}
