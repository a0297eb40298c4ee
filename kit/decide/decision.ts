import type { BasisRank } from '../../schema/vocabulary/bases.js';
import { OUTCOME_ORDER, type Outcome } from '../../schema/vocabulary/outcomes.js';

/** What was decided on one category, or on one field, of one person's data. */
export interface Decision {
  readonly outcome: Outcome;
  /** Rank of what allows the release; null when withheld. */
  readonly basis: BasisRank | null;
  /** A person's event can take it back (a grant, an authorisation, what may be refused), so it is checked again when it is recorded. */
  readonly revocable: boolean;
}

/** Nothing is released, for whatever cause. */
export const WITHHELD: Decision = { outcome: 'WITHHELD', basis: null, revocable: false };

/** Bases from firmest to weakest: of equal outcomes the weakest is the one that holds a field up. */
const FIRMNESS: readonly BasisRank[] = ['LAW', 'ADMINISTRATIVE_REGULATION', 'LOCAL_REGULATION', 'CONTRACT', 'CONSENT'];

/**
 * The decision on a field of several categories: the strictest, with its basis (of equals the weakest). It can be taken back as
 * soon as one of its categories can. WITHHELD for none.
 */
export function strictestDecision(decisions: readonly Decision[]): Decision {
  let strictest: Decision | undefined;
  let revocable = false;
  for (const decision of decisions) {
    revocable ||= decision.revocable;
    if (strictest === undefined || isStricter(decision, strictest)) strictest = decision;
  }
  if (strictest === undefined || strictest.outcome === 'WITHHELD') return WITHHELD;
  return strictest.revocable === revocable ? strictest : { ...strictest, revocable };
}

function isStricter(one: Decision, other: Decision): boolean {
  if (one.outcome !== other.outcome) return OUTCOME_ORDER.indexOf(one.outcome) < OUTCOME_ORDER.indexOf(other.outcome);
  return one.basis !== null && other.basis !== null && FIRMNESS.indexOf(one.basis) > FIRMNESS.indexOf(other.basis);
}
