import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES, type Category } from '../../schema/vocabulary/categories.js';
import { EXTENT_OUTCOME, type Extent } from '../../schema/vocabulary/extents.js';
import { OUTCOME_ORDER, type Outcome, strictest } from '../../schema/vocabulary/outcomes.js';
import type { ConsentEventRow } from './consent-event-row.js';
import { decide } from './decide.js';
import { foldGrants } from './grants.js';
import { loadPolicy } from './policy.js';

const policy = loadPolicy(readFileSync(join(import.meta.dirname, 'cases/sample-policy.yaml'), 'utf8'));
const ALL = Object.keys(CATEGORIES) as Category[];
const now = new Date('2025-06-15T10:00:00+08:00');
const PAIRS = [
  ['bureau', 'CASE_REVIEW'],
  ['bureau', 'EMERGENCY'],
  ['charity', 'PRIOR_AID_CHECK'],
  ['platform', 'PRIOR_AID_CHECK'],
  ['somebody', 'AUDIT'],
] as const;

const level = (outcome: Outcome) => OUTCOME_ORDER.indexOf(outcome);
const instant = fc.constantFrom('2020-01-01', '2025-06-15T10:00:00+08:00', '2030-01-01', 'never').map((text) => new Date(text));
const categories = fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 1, maxLength: 4 });
const extent = fc.constantFrom<Extent>('SUMMARY', 'DETAIL');

type Draft = Omit<ConsentEventRow, 'seq' | 'recipient' | 'purpose'>;
const valid = (kinds: readonly ConsentEventRow['kind'][]): fc.Arbitrary<Draft> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    categories,
    extent,
    validFrom: instant.filter((date) => !Number.isNaN(date.getTime())),
    validUntil: fc.option(instant.filter((date) => !Number.isNaN(date.getTime()))),
  });
const anyValid = valid(['GIVE', 'REFUSE', 'WITHDRAW', 'AUTHORISE_HOUSEHOLD_CHECK']);
const malformed: fc.Arbitrary<Draft> = fc.oneof(
  anyValid.map((draft) => ({ ...draft, kind: 'OTHER' as never })),
  anyValid.map((draft) => ({ ...draft, kind: 'GIVE' as const, extent: 'EVERYTHING' as never })),
  anyValid.map((draft) => ({ ...draft, categories: [...draft.categories, 'SHOE_SIZE' as never] })),
  anyValid.map((draft) => ({ ...draft, categories: null as never })),
  anyValid.map((draft) => ({ ...draft, validFrom: new Date('never') })),
  anyValid.map((draft) => ({ ...draft, validUntil: 'tomorrow' as never })),
);
const history = fc.array(fc.oneof({ weight: 5, arbitrary: anyValid }, { weight: 1, arbitrary: malformed }), { maxLength: 6 });

function outcomes(drafts: readonly Draft[] | undefined, [recipient, purpose]: (typeof PAIRS)[number]) {
  const rows = drafts?.map(
    (draft, at): ConsentEventRow => ({ ...draft, seq: BigInt(at + 1), recipient, purpose: purpose as ConsentEventRow['purpose'] }),
  );
  const decisions = decide(policy, { recipient, purpose, categories: ALL, persons: ['p'], events: rows && new Map([['p', rows]]), now });
  return { of: (category: Category) => decisions.outcome('p', category), without: (category: Category) => decisions.without(category) };
}

const pair = fc.constantFrom(...PAIRS);

describe('decide: properties', () => {
  it('adding a grant in force never gives less than before or than the grant itself', () => {
    const grant = valid(['GIVE']).map((draft) => ({ ...draft, validFrom: new Date('2020-01-01'), validUntil: null }));
    fc.assert(
      fc.property(history, grant, pair, (before, given, asked) => {
        const [was, is] = [outcomes(before, asked), outcomes([...before, given], asked)];
        for (const category of ALL) {
          const least = strictest([was.of(category).outcome, EXTENT_OUTCOME[given.extent as Extent]]);
          expect(level(is.of(category).outcome)).toBeGreaterThanOrEqual(level(least));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('adding a grant that has not begun changes nothing', () => {
    const later = valid(['GIVE']).map((draft) => ({ ...draft, validFrom: new Date('2030-01-01') }));
    fc.assert(
      fc.property(history, later, pair, (before, given, asked) => {
        const [was, is] = [outcomes(before, asked), outcomes([...before, given], asked)];
        for (const category of ALL) expect(is.of(category)).toEqual(was.of(category));
      }),
    );
  });

  it('adding a refusal or withdrawal in force never gives more', () => {
    const refusal = valid(['REFUSE', 'WITHDRAW']).map((draft) => ({ ...draft, validUntil: null }));
    fc.assert(
      fc.property(history, refusal, pair, (before, refused, asked) => {
        const [was, is] = [outcomes(before, asked), outcomes([...before, refused], asked)];
        for (const category of ALL) expect(level(is.of(category).outcome)).toBeLessThanOrEqual(level(was.of(category).outcome));
      }),
      { numRuns: 500 },
    );
  });

  it('adding an event that cannot be read never gives more', () => {
    fc.assert(
      fc.property(history, malformed, pair, (before, broken, asked) => {
        const [was, is] = [outcomes(before, asked), outcomes([...before, broken], asked)];
        for (const category of ALL) expect(level(is.of(category).outcome)).toBeLessThanOrEqual(level(was.of(category).outcome));
      }),
      { numRuns: 500 },
    );
  });

  it('what cannot be read gives no more than without, and no more than any history could', () => {
    fc.assert(
      fc.property(history, pair, (events, asked) => {
        const [unread, read] = [outcomes(undefined, asked), outcomes(events, asked)];
        for (const category of ALL) {
          expect(level(unread.of(category).outcome)).toBeLessThanOrEqual(level(unread.without(category).outcome));
          expect(level(unread.of(category).outcome)).toBeLessThanOrEqual(level(read.of(category).outcome));
        }
      }),
    );
  });

  it('rests on nothing when it is withheld', () => {
    fc.assert(
      fc.property(history, pair, (events, asked) => {
        const read = outcomes(events, asked);
        for (const category of ALL) expect(read.of(category).basis === null).toBe(read.of(category).outcome === 'WITHHELD');
      }),
    );
  });

  it('is revocable wherever an event that comes next could give less', () => {
    const next = fc.oneof(valid(['GIVE', 'REFUSE', 'WITHDRAW', 'AUTHORISE_HOUSEHOLD_CHECK']), malformed);
    fc.assert(
      fc.property(history, next, pair, (before, event, asked) => {
        const [was, is] = [outcomes(before, asked), outcomes([...before, event], asked)];
        for (const category of ALL) {
          if (level(is.of(category).outcome) < level(was.of(category).outcome)) expect(was.of(category).revocable).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('decide: look-ups', () => {
  const given: ConsentEventRow = {
    seq: 1n,
    kind: 'GIVE',
    recipient: 'charity',
    purpose: 'PRIOR_AID_CHECK',
    categories: ['AID', 'STATUS'],
    extent: 'DETAIL',
    validFrom: new Date('2025-01-01'),
    validUntil: null,
  };
  const input = { recipient: 'charity', purpose: 'PRIOR_AID_CHECK', categories: ALL, persons: ['one', 'two', 'three'], now };
  const decisions = decide(policy, {
    ...input,
    events: new Map([
      ['one', [given]],
      ['two', []],
      ['four', [given]],
    ]),
  });

  it('decides on each person apart', () => {
    expect(['one', 'two', 'three', 'four', 'constructor'].map((ref) => decisions.outcome(ref, 'AID').outcome)).toEqual([
      'RAW',
      'WITHHELD',
      'WITHHELD',
      'WITHHELD',
      'WITHHELD',
    ]);
  });

  it('treats a person without an entry as unread, not as one nobody asked', () => {
    expect([decisions.outcome('two', 'INCOME').outcome, decisions.outcome('three', 'INCOME').outcome]).toEqual(['TRANSFORMED', 'WITHHELD']);
  });

  it('withholds a field of no category', () => expect(decisions.fieldOutcome('one', []).outcome).toBe('WITHHELD'));

  it('marks a field as revocable as soon as one category is', () => {
    expect(decisions.fieldOutcome('one', ['AID', 'INCOME'])).toEqual({
      outcome: 'TRANSFORMED',
      basis: 'LOCAL_REGULATION',
      revocable: true,
    });
    expect(decisions.fieldOutcome('one', ['AID', 'HEALTH'])).toEqual({ outcome: 'WITHHELD', basis: null, revocable: false });
    expect(decisions.withoutField(['INCOME', 'CONTACT'])).toEqual({ outcome: 'TRANSFORMED', basis: 'CONTRACT', revocable: true });
  });

  it('decides nothing on a category that was not asked for', () => {
    const narrow = decide(policy, { ...input, categories: ['STATUS'], events: new Map([['one', [given]]]) });
    expect([narrow.outcome('one', 'STATUS').outcome, narrow.outcome('one', 'AID').outcome]).toEqual(['RAW', 'WITHHELD']);
  });

  it('withholds when two lines apply, which a checked policy never has', () => {
    const doubled = decide({ ...policy, lines: [...policy.lines, ...policy.lines] }, { ...input, events: new Map([['one', [given]]]) });
    expect(doubled.outcome('one', 'AID').outcome).toBe('WITHHELD');
  });

  it('goes by seq, whatever the order of the rows; without one it knows nothing', () => {
    const asked = { recipient: 'charity', purpose: 'PRIOR_AID_CHECK', now };
    const withdrawn: ConsentEventRow = { ...given, seq: 2n, kind: 'WITHDRAW' };
    expect(foldGrants([withdrawn, given], asked).states.get('AID')?.kind).toBe('WITHDRAWN');
    expect(foldGrants([given, { ...withdrawn, seq: 2 as never }], asked).states.get('AID')?.kind).toBe('UNKNOWN');
    expect(foldGrants([null as never], asked).states.get('AID')?.kind).toBe('UNKNOWN');
  });
});
