import type { BasisRank } from '../../schema/vocabulary/bases.js';
import type { Category } from '../../schema/vocabulary/categories.js';
import type { Outcome } from '../../schema/vocabulary/outcomes.js';

/** What was decided on some categories of one person's data. */
export interface Decided {
  readonly outcome: Outcome;
  readonly basis: BasisRank | null;
}

/** The decisions of one sub-request, as enforcement and report read them. Synchronous: fields never wait for a decision. */
export interface PersonDecisions {
  /** The strictest decision over `categories`; WITHHELD for a person nobody decided on. */
  of(ref: string, categories: readonly Category[]): Decided;
  /** All that was decided on a person; equal decisions under the same lines are one object. */
  whole(ref: string): object;
  /** What is given on a person of whom nothing but the purpose is known. */
  without(categories: readonly Category[]): Decided;
  /** Pseudonym of a record for this asker. */
  pseudonym(recordId: string): string;
  /** For transforms that depend on a day (age bands). */
  readonly asOf: string;
}
