import { rememberedBy } from '../../runtime/remembered-by.js';
import type { DisclosureLine } from '../../schema/wire/disclosure.js';
import { effectiveOutcome } from './effective-outcome.js';
import type { FieldPolicies } from './field-policies.js';
import type { Decided, PersonDecisions } from './person-decisions.js';

/** By what is selected and what was decided: the lines follow from nothing else. Both are few, and kept by who made them. */
const reportsOf = rememberedBy((_: readonly string[]) => new WeakMap<object, readonly DisclosureLine[]>());

/**
 * What the asker is told, computed from selection and decisions before any row is read. A field about another person
 * (whom only the rows name) is told as what it gives when nothing is known of that person.
 *
 * @param selected coordinates the sub-request selects
 * @param refs the persons it is about
 */
export function reportLines(
  source: string,
  selected: readonly string[],
  policies: FieldPolicies,
  refs: Iterable<string>,
  decisions: PersonDecisions,
): readonly DisclosureLine[] {
  // Of persons on whom the same was decided, one stands for all.
  const standing = new Map([...refs].map((ref) => [decisions.whole(ref), ref]));
  const [alike] = standing.keys();
  if (standing.size !== 1 || alike === undefined) return linesOf(source, selected, policies, [...standing.values()], decisions);
  const known = reportsOf(selected);
  const lines = known.get(alike) ?? linesOf(source, selected, policies, [...standing.values()], decisions);
  known.set(alike, lines);
  return lines;
}

function linesOf(
  source: string,
  selected: readonly string[],
  policies: FieldPolicies,
  refs: readonly string[],
  decisions: PersonDecisions,
): readonly DisclosureLine[] {
  const lines = new Map<string, DisclosureLine>();
  for (const coordinate of selected) {
    const policy = policies.get(coordinate);
    if (policy?.kind !== 'PROTECTED') continue;
    const add = (decided: Decided) => {
      const outcome = effectiveOutcome(decided.outcome, policy.by);
      const line: DisclosureLine = {
        source,
        coordinate,
        outcome,
        ...(outcome === 'TRANSFORMED' ? { transform: policy.by } : {}),
        ...(outcome !== 'WITHHELD' && decided.basis ? { basis: decided.basis } : {}),
      };
      lines.set(`${coordinate} ${outcome} ${line.basis ?? ''}`, line);
    };
    if (policy.subject === 'OTHER') add(decisions.without(policy.categories));
    else for (const ref of refs) add(decisions.of(ref, policy.categories));
  }
  return [...lines.values()];
}
