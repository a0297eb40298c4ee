import { rememberedBy } from '../../runtime/remembered-by.js';
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

/** What was decided on one person, by category; a category that is not there is withheld. Equal decisions are one object. */
export type WholeDecision = ReadonlyMap<Category, Decision>;

/** What was decided. Every look-up is total: a person or category that was not decided on is withheld. */
export interface Decisions {
  whole(ref: string): WholeDecision;
  outcome(ref: string, category: Category): Decision;
  /** For a field of several categories: the strictest, with its basis. */
  fieldOutcome(ref: string, categories: readonly Category[]): Decision;
  /** What the line gives on a person nobody asked. */
  without(category: Category): Decision;
  withoutField(categories: readonly Category[]): Decision;
}

/**
 * Decides what one recipient gets for one purpose on a set of persons. Pure; the steps are those of design §6, and anything missing,
 * unknown or unreadable never gives more than no grant would.
 */
export function decide(policy: Policy, input: DecisionInput): Decisions {
  const { recipient, purpose, persons, events, now } = input;
  const { nobodyAsked, unreadable, nothing, under } = standingOf(policy, input);
  const people = new Map<string, WholeDecision>();
  for (const ref of persons) {
    const rows = events?.get(ref);
    if (rows === undefined) people.set(ref, unreadable);
    else people.set(ref, rows.length === 0 ? nobodyAsked : under(foldGrants(rows, { recipient, purpose, now })));
  }
  const whole = (ref: string) => people.get(ref) ?? nothing;
  return {
    whole,
    outcome: (ref, category) => whole(ref).get(category) ?? WITHHELD,
    fieldOutcome: (ref, categories) => fieldDecision(whole(ref), categories),
    without: (category) => nobodyAsked.get(category) ?? WITHHELD,
    withoutField: (categories) => fieldDecision(nobodyAsked, categories),
  };
}

/** What no person changes: the lines of one policy for one recipient and purpose on one day. */
interface Standing {
  readonly nobodyAsked: WholeDecision;
  readonly unreadable: WholeDecision;
  /** On somebody nothing was decided on. */
  readonly nothing: WholeDecision;
  under(grants: Grants): WholeDecision;
}

/** Recipients, purposes and the day are few; a policy is never changed, but replaced. */
const standingsOf = rememberedBy((_: Policy) => new Map<string, Standing>());
const REMEMBERED = 500;

function standingOf(policy: Policy, { recipient, purpose, categories, now }: DecisionInput): Standing {
  const day = naturalDay(now);
  const known = standingsOf(policy);
  const name = JSON.stringify([recipient, purpose, day, categories]);
  let standing = known.get(name);
  if (!standing) {
    if (known.size >= REMEMBERED) known.clear();
    standing = createStanding(policy, { recipient, purpose, categories, day });
    known.set(name, standing);
  }
  return standing;
}

function createStanding(
  policy: Policy,
  asked: Pick<DecisionInput, 'recipient' | 'purpose' | 'categories'> & { readonly day: string | undefined },
): Standing {
  const { recipient, purpose, day } = asked;
  const lines = new Map<Category, PolicyLine>();
  for (const category of asked.categories) {
    const known = day !== undefined && isCode(CATEGORIES, category);
    const line = known ? lineInForce(policy, { recipient, purpose, category, day }) : undefined;
    if (line !== undefined) lines.set(category, line);
  }
  const seen = new Map<string, WholeDecision>();
  const under = (grants: Grants): WholeDecision => {
    const decided = new Map<Category, Decision>();
    for (const [category, line] of lines) decided.set(category, decideCategory(line, category, grants));
    const name = JSON.stringify([...decided.values()]);
    const same = seen.get(name);
    if (same) return same;
    if (seen.size >= REMEMBERED) seen.clear();
    seen.set(name, decided);
    return decided;
  };
  return { nobodyAsked: under(NO_GRANTS), unreadable: under(UNREADABLE_GRANTS), nothing: new Map(), under };
}

/** Fields name their categories by the same list every time, so each decision is put together once. */
const fieldsOf = rememberedBy((decided: WholeDecision) =>
  rememberedBy((categories: readonly Category[]) => strictestDecision(categories.map((category) => decided.get(category) ?? WITHHELD))),
);
const fieldDecision = (decided: WholeDecision, categories: readonly Category[]): Decision => fieldsOf(decided)(categories);
