import type { Amount } from '../../schema/types/amount.js';

/** What casework says of one source in one layer. */
export interface PartAnswer {
  readonly source: string;
  readonly state: string;
  readonly asOf: string | null;
  readonly amount: Amount;
}

/** `waterfall` of the answer. */
export interface WaterfallAnswer {
  readonly from: string;
  readonly to: string;
  readonly total: PartAnswer;
  readonly layers: readonly {
    readonly layer: string;
    readonly state: string;
    readonly amount: Amount;
    readonly left: Amount;
    readonly parts: readonly PartAnswer[];
  }[];
  readonly gap: Amount;
  readonly gapState: string;
}

/** `findings` of the answer. */
export interface FindingsAnswer {
  readonly items: readonly {
    readonly rule: string;
    readonly certainty: string;
    readonly sentence: { readonly zh: string; readonly en: string };
  }[];
  readonly undecided: readonly { readonly rule: string; readonly lacks: readonly { readonly source: string; readonly reason: string }[] }[];
}

const PART = '{ source state asOf amount { min max } }';

/** What is asked of `findings`. */
export const FINDINGS_SELECTION = 'findings { items { rule certainty sentence { zh en } } undecided { rule lacks { source reason } } }';

/** What the standard question asks of casework beside prior aid. */
export const CASEWORK_SELECTION = `waterfall {
      from to
      total ${PART}
      layers { layer state amount { min max } left { min max } parts ${PART} }
      gap { min max } gapState
    }
    ${FINDINGS_SELECTION}`;
