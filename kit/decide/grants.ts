import { CATEGORIES, type Category } from '../../schema/vocabulary/categories.js';
import { EXTENTS, type Extent } from '../../schema/vocabulary/extents.js';
import { isCode } from '../../schema/vocabulary/term.js';
import type { ConsentEventRow } from './consent-event-row.js';

/**
 * Where a person stands on one category. UNKNOWN: something about it could not be read; as it could be a refusal, it
 * counts as one.
 */
export type GrantState =
  | { readonly kind: 'GIVEN'; readonly extent: Extent; readonly seq: bigint }
  | { readonly kind: 'REFUSED' | 'WITHDRAWN' | 'UNKNOWN' };

/** Where a person stands towards one recipient and purpose. A category without a state: nobody asked. */
export interface Grants {
  readonly states: ReadonlyMap<Category, GrantState>;
  /** Categories the household's authorisation to check covers. */
  readonly authorised: ReadonlySet<Category>;
}

const UNKNOWN: GrantState = { kind: 'UNKNOWN' };
const REFUSED: GrantState = { kind: 'REFUSED' };
const WITHDRAWN: GrantState = { kind: 'WITHDRAWN' };
const ALL = Object.keys(CATEGORIES) as Category[];

/** Of somebody nobody asked. */
export const NO_GRANTS: Grants = { states: new Map(), authorised: new Set() };

/** Of somebody whose events could not be read. */
export const UNREADABLE_GRANTS: Grants = { states: new Map(ALL.map((category) => [category, UNKNOWN])), authorised: new Set() };

/**
 * Folds the events of one person into where they stand towards (recipient, purpose) at `now`. Per category the latest
 * event counts, with these readings, each of which never gives more than another:
 *
 * - A grant counts from `validFrom` to before `validUntil`. Not yet begun it changes nothing. Once begun it replaces an
 *   earlier grant for good, so that one does not revive when it runs out; when it has, the last refusal before it holds again.
 * - An expiry ends a grant as if it had run out, and an authorisation; it ends no refusal.
 * - A refusal or withdrawal counts from the moment it was applied, whatever `validFrom` says (clocks differ), until
 *   `validUntil`; afterwards nobody asked: it ended every earlier grant and authorisation.
 * - An authorisation is given for the categories it names, and ended by a refusal or withdrawal of them.
 * - An event that cannot be read in full makes every category UNKNOWN and ends every authorisation, until a later event.
 */
export function foldGrants(events: readonly ConsentEventRow[], asked: { recipient: string; purpose: string; now: Date }): Grants {
  if (events.length === 0) return NO_GRANTS;
  const now = asked.now.getTime();
  const ordered = inOrder(events);
  if (ordered === undefined || Number.isNaN(now)) return UNREADABLE_GRANTS;
  const states = new Map<Category, GrantState>();
  const authorised = new Set<Category>();
  /** What a grant stands on: the refusal that holds again when it ends. */
  const beneath = new Map<Category, GrantState>();
  const endGrant = (category: Category) => {
    if (states.get(category)?.kind !== 'GIVEN') return;
    const refusal = beneath.get(category);
    if (refusal) states.set(category, refusal);
    else states.delete(category);
  };
  const refuse = (category: Category, state: GrantState) => {
    states.set(category, state);
    beneath.set(category, state);
  };
  for (const event of ordered) {
    if (event.recipient !== asked.recipient || event.purpose !== asked.purpose) continue;
    if (!isReadable(event)) {
      for (const category of ALL) refuse(category, UNKNOWN);
      authorised.clear();
      continue;
    }
    const begun = event.validFrom.getTime() <= now;
    const over = event.validUntil !== null && event.validUntil.getTime() <= now;
    for (const category of event.categories) {
      if (event.kind === 'REFUSE' || event.kind === 'WITHDRAW') {
        authorised.delete(category);
        refuse(category, event.kind === 'REFUSE' ? REFUSED : WITHDRAWN);
        if (over) {
          states.delete(category);
          beneath.delete(category);
        }
      } else if (event.kind === 'EXPIRE') {
        authorised.delete(category);
        endGrant(category);
      } else if (event.kind === 'AUTHORISE_HOUSEHOLD_CHECK') {
        if (begun && over) authorised.delete(category);
        else if (begun) authorised.add(category);
      } else if (begun && over) {
        endGrant(category);
      } else if (begun) {
        states.set(category, { kind: 'GIVEN', extent: event.extent as Extent, seq: event.seq });
      }
    }
  }
  return { states, authorised };
}

/** By `seq`; undefined when the order cannot be told. */
function inOrder(events: readonly ConsentEventRow[]): readonly ConsentEventRow[] | undefined {
  let sorted = true;
  let last: bigint | undefined;
  for (const event of events) {
    const seq: unknown = event?.seq;
    if (typeof seq !== 'bigint') return undefined;
    if (last !== undefined && seq < last) sorted = false;
    last = seq;
  }
  return sorted ? events : [...events].sort((one, other) => (one.seq < other.seq ? -1 : one.seq > other.seq ? 1 : 0));
}

const isInstant = (value: unknown): boolean => value instanceof Date && !Number.isNaN(value.getTime());

function isReadable(event: ConsentEventRow): boolean {
  const { kind, categories, extent, validFrom, validUntil }: { readonly [K in keyof ConsentEventRow]: unknown } = event;
  if (!Array.isArray(categories) || !categories.every((category) => isCode(CATEGORIES, category))) return false;
  if (!isInstant(validFrom) || !(validUntil === null || isInstant(validUntil))) return false;
  if (kind === 'GIVE') return isCode(EXTENTS, extent);
  // A refusal or an end that names nothing may have meant everything.
  if (kind === 'REFUSE' || kind === 'WITHDRAW' || kind === 'EXPIRE') return categories.length > 0;
  return kind === 'AUTHORISE_HOUSEHOLD_CHECK';
}
