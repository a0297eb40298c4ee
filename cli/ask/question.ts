import type { Amount } from '../../schema/types/amount.js';

const AID = 'asOf items { kind programme cause diagnosis amount { min max } grantedOn lastPaidOn }';

/** The standard question about one person: every source on its own, and what casework makes of them. */
export const QUESTION = `query PersonAid($id: ID!) {
  person(id: $id) {
    priorAid {
      total { min max }
      newestOn
      sources { source state asOf freshness total { min max } newestOn }
    }
    civilAffairsStatus { asOf items { statusClass wording since until reviewOn } }
    civilAffairsAid { ${AID} }
    charityAid { ${AID} }
  }
}`;

/** A list an agency gives: null when it did not answer; `items: null` withheld; `[]` nothing on record. */
export type ListAnswer<T> = { readonly asOf: string; readonly items: readonly T[] | null } | null;

/** One aid; a null field is withheld or not recorded: the report says which. */
export interface AidItem {
  readonly kind: string | null;
  readonly programme: string | null;
  readonly cause: string | null;
  readonly diagnosis: string | null;
  readonly amount: Amount | null;
  readonly grantedOn: string | null;
  readonly lastPaidOn: string | null;
}

/** One recognised status. */
export interface StatusItem {
  readonly statusClass: string | null;
  readonly wording: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly reviewOn: string | null;
}

/** What casework says of one source. */
export interface SourceSummary {
  readonly source: string;
  readonly state: string;
  readonly asOf: string | null;
  readonly freshness: string;
  readonly total: Amount;
  readonly newestOn: string | null;
}

/** `data` of the answer. */
export interface PersonAid {
  readonly person: {
    readonly priorAid: { readonly total: Amount; readonly newestOn: string | null; readonly sources: readonly SourceSummary[] } | null;
    readonly civilAffairsStatus: ListAnswer<StatusItem>;
    readonly civilAffairsAid: ListAnswer<AidItem>;
    readonly charityAid: ListAnswer<AidItem>;
  } | null;
}
