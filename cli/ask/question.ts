import type { Amount } from '../../schema/types/amount.js';
import { ANSWERS, type AnswerField } from './answers.js';
import { CASEWORK_SELECTION, type FindingsAnswer, type WaterfallAnswer } from './casework-answers.js';
import { FORMS, selectionOf } from './forms.js';

/** The standard question about one person: every source on its own, and what casework makes of them. */
export const QUESTION = `query PersonAid($id: ID!) {
  person(id: $id) {
    priorAid {
      total { min max }
      newestOn
      sources { source state asOf freshness total { min max } newestOn }
    }
    ${CASEWORK_SELECTION}
    ${ANSWERS.map(({ field, form }) => `${field} { ${selectionOf(FORMS[form])} }`).join('\n    ')}
  }
}`;

/** One record of a list; a null field is withheld or not recorded: the report says which. */
export type ListItem = Readonly<Record<string, unknown>>;

/** A list an agency gives: null when it did not answer; `items: null` withheld; `[]` nothing on record. */
export type ListAnswer = { readonly asOf: string; readonly items: readonly ListItem[] | null } | null;

/** What casework says of one source. */
export interface SourceSummary {
  readonly source: string;
  readonly state: string;
  readonly asOf: string | null;
  readonly freshness: string;
  readonly total: Amount;
  readonly newestOn: string | null;
}

/** What casework makes of all sources' aid. */
export interface PriorAidSummary {
  readonly total: Amount;
  readonly newestOn: string | null;
  readonly sources: readonly SourceSummary[];
}

/** What casework makes of all sources; a part it did not answer is null. */
export interface CaseworkSummary {
  readonly priorAid: PriorAidSummary | null;
  readonly waterfall: WaterfallAnswer | null;
  readonly findings: FindingsAnswer | null;
}

/** `data` of the answer. */
export interface PersonAid {
  readonly person: (CaseworkSummary & Readonly<Partial<Record<AnswerField, ListAnswer>>>) | null;
}
