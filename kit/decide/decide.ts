import { naturalDay } from '../../schema/values/natural-day.js';
import { CATEGORIES, type Category } from '../../schema/vocabulary/categories.js';
import { isCode } from '../../schema/vocabulary/term.js';
import type { ConsentEventRow } from './consent-event-row.js';
import { decideCategory } from './decide-category.js';
import { type Decision, strictestDecision, WITHHELD } from './decision.js';
import { foldGrants, type Grants, NO_GRANTS, UNREADABLE_GRANTS } from './grants.js';
import { lineInForce } from './line-in-force.js';
import type { Policy, PolicyLine } from './policy.js';

/** Everything a decision depends on. */
export interface DecisionInput {
  /** The asker's organisation. */
  readonly recipient: string;
  readonly purpose: string;
  readonly categories: readonly Category[];
  /** The agency's refs of the persons to decide on. */
  readonly persons: readonly string[];
  /** Events per ref, an entry for everyone read; undefined, or no entry: could not be read. */
  readonly events: ReadonlyMap<string, readonly ConsentEventRow[]> | undefined;
  readonly now: Date;
}

/** What was decided. Every look-up is total: a person or category that was not decided on is withheld. */
export interface Decisions {
  outcome(ref: string, category: Category): Decision;
  /** For a field of several categories: the strictest, with its basis. */
  fieldOutcome(ref: string, categories: readonly Category[]): Decision;
  /** What the line gives on a person nobody asked. */
  without(category: Category): Decision;
  withoutField(categories: readonly Category[]): Decision;
}

type Decided = ReadonlyMap<Category, Decision>;

const NOTHING: Decided = new Map();

/**
 * Decides what one recipient gets for one purpose on a set of persons. Pure; the steps are those of design §6, and anything missing,
 * unknown or unreadable never gives more than no grant would.
 */
export function decide(policy: Policy, input: DecisionInput): Decisions {
  const { recipient, purpose, persons, events, now } = input;
  const lines = new Map<Category, PolicyLine>();
  const day = naturalDay(now);
  for (const category of input.categories) {
    const known = day !== undefined && isCode(CATEGORIES, category);
    const line = known ? lineInForce(policy, { recipient, purpose, category, day }) : undefined;
    if (line !== undefined) lines.set(category, line);
  }

  const decideUnder = (grants: Grants): Decided => {
    const decided = new Map<Category, Decision>();
    for (const [category, line] of lines) decided.set(category, decideCategory(line, category, grants));
    return decided;
  };
  const nobodyAsked = decideUnder(NO_GRANTS);
  const unreadable = decideUnder(UNREADABLE_GRANTS);
  const people = new Map<string, Decided>();
  for (const ref of persons) {
    const rows = events?.get(ref);
    if (rows === undefined) people.set(ref, unreadable);
    else people.set(ref, rows.length === 0 ? nobodyAsked : decideUnder(foldGrants(rows, { recipient, purpose, now })));
  }

  const field = (decided: Decided, categories: readonly Category[]): Decision =>
    strictestDecision(categories.map((category) => decided.get(category) ?? WITHHELD));
  return {
    outcome: (ref, category) => (people.get(ref) ?? NOTHING).get(category) ?? WITHHELD,
    fieldOutcome: (ref, categories) => field(people.get(ref) ?? NOTHING, categories),
    without: (category) => nobodyAsked.get(category) ?? WITHHELD,
    withoutField: (categories) => field(nobodyAsked, categories),
  };
}
