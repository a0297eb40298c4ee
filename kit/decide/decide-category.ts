import { STATUTORY_RANKS } from '../../schema/vocabulary/bases.js';
import type { Category } from '../../schema/vocabulary/categories.js';
import { EXTENT_OUTCOME } from '../../schema/vocabulary/extents.js';
import { OUTCOME_ORDER, strictest } from '../../schema/vocabulary/outcomes.js';
import { type Decision, WITHHELD } from './decision.js';
import type { Grants } from './grants.js';
import type { PolicyLine } from './policy.js';

/**
 * Steps 3 to 7 of a decision on one category of one person's data, under the line that applies.
 *
 * What a line gives without a grant is withheld while the household's authorisation it needs is missing. A grant never
 * gives less than no grant: where its extent caps the line's *with* below the line's *without*, the latter stands.
 */
export function decideCategory(line: PolicyLine, category: Category, grants: Grants): Decision {
  const { outcome, basis } = line.without;
  const statutory = basis !== undefined && STATUTORY_RANKS.includes(basis.rank);
  // Only a statute that asks nobody cannot be taken back by an event that is applied while the answer is made.
  const revocable = line.householdAuthorisation || !statutory;
  const available = basis !== undefined && (!line.householdAuthorisation || grants.authorised.has(category));
  const without: Decision = available && outcome !== 'WITHHELD' ? { outcome, basis: basis.rank, revocable } : WITHHELD;

  // 3. Raw by a law or administrative regulation.
  if (without.outcome === 'RAW' && statutory) return without;
  const state = grants.states.get(category);
  // 6. Nobody asked the person.
  if (state === undefined) return without;
  // 4. A refusal or withdrawal gives way only to a law or administrative regulation (PIPL art. 13, 44). 7. What could not
  // be read may be one.
  if (state.kind !== 'GIVEN') return statutory ? without : WITHHELD;
  // 5. A grant, at most its extent.
  const granted = strictest([line.with.outcome, EXTENT_OUTCOME[state.extent]]);
  const wider = OUTCOME_ORDER.indexOf(granted) > OUTCOME_ORDER.indexOf(without.outcome);
  return wider ? { outcome: granted, basis: 'CONSENT', revocable: true } : without;
}
