import type { Amount } from '../../schema/types/amount.js';
import { FINDINGS_SELECTION, type FindingsAnswer } from '../ask/casework-answers.js';

/** The question about a list of persons: only what the result shows, merged over all agencies. */
export const CHECK_QUESTION = `query CheckPeople($ids: [ID!]!) {
  people(ids: $ids) {
    id
    priorAid {
      total { min max }
      newestOn
      items { source }
      sources { source state }
    }
    ${FINDINGS_SELECTION}
  }
}`;

/** `data` of the answer. */
export interface CheckedPeople {
  readonly people: readonly CheckedPerson[];
}

export interface CheckedPerson {
  /** The ref that was asked. */
  readonly id: string;
  /** null: casework did not answer. */
  readonly priorAid: {
    readonly total: Amount;
    readonly newestOn: string | null;
    readonly items: readonly { readonly source: string }[];
    readonly sources: readonly { readonly source: string; readonly state: string }[];
  } | null;
  /** null: casework did not answer. */
  readonly findings: FindingsAnswer | null;
}
