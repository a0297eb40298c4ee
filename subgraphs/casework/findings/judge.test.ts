import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FINDING_RULES, type FindingRule } from '../../../schema/vocabulary/finding-rules.js';
import { inForce } from '../county-file.js';
import { anyReleases, anyWorld, RELEASE_ALL, type Releases, released, type World } from '../released/world.testing.js';
import { HOLDS } from './as-worded.testing.js';
import { judge } from './judge.js';
import type { Judgement } from './judgement.js';
import { FINDING_PARAMETERS_TEXT, type FindingParameters, readFindingParameters } from './parameters.js';

const PARAMETERS = inForce(readFindingParameters(FINDING_PARAMETERS_TEXT), '999001', '2026-11-05') as FindingParameters;
const RULES = Object.keys(FINDING_RULES) as FindingRule[];

// Bills of the whole of a world's time: what is beyond their reach is at most possible, which a rule's own test shows.
const REACHING = { ...PARAMETERS, D2: { ...PARAMETERS.D2, billsReachDays: 3_660 }, D8: { ...PARAMETERS.D8, billsReachDays: 3_660 } };
const DAYS = { today: '2026-11-05', asOf: () => '2026-10-31' };
const judged = (world: World, releases: Releases) =>
  new Map<FindingRule, Judgement>(judge(released(world, releases), REACHING, (source) => ({ zh: source, en: source })));

/** Nothing that is missing from the records themselves, so that the second wording needs no view of its own about it. */
const complete = (world: World): World => ({
  ...world,
  aid: Object.fromEntries(
    Object.entries(world.aid).map(([source, items]) => [
      source,
      items.filter(({ amount, grantedOn, cause }) => amount !== null && grantedOn !== null && cause !== null),
    ]),
  ),
  statuses: world.statuses.filter(({ statusClass }) => statusClass !== null),
});
const world = anyWorld.map(complete);

describe('whatever is released', () => {
  test.each(RULES)('%s: what is CERTAIN is true, and what is true is reported or said to be undecided', (rule) => {
    const seen = { certain: 0, possible: 0, undecided: 0 };
    fc.assert(
      fc.property(world, anyReleases, (records, releases) => {
        const { found, lacks } = judged(records, releases).get(rule) as Judgement;
        const holds = HOLDS[rule](records, DAYS);
        if (found.some(({ certainty }) => certainty === 'CERTAIN')) seen.certain += 1;
        else if (found.length > 0) seen.possible += 1;
        else if (lacks.length > 0) seen.undecided += 1;
        if (!holds && found.some(({ certainty }) => certainty === 'CERTAIN')) return false;
        return !holds || found.length > 0 || lacks.length > 0;
      }),
      { numRuns: 1_000 },
    );
    // A property that never met the case proves nothing.
    expect(Math.min(seen.certain, seen.possible, seen.undecided)).toBeGreaterThan(0);
  });

  test.each(RULES)('%s: as recorded, it is CERTAIN exactly when it is true', (rule) => {
    let [yes, no] = [0, 0];
    fc.assert(
      fc.property(world, (records) => {
        const { found } = judged(records, RELEASE_ALL).get(rule) as Judgement;
        const holds = HOLDS[rule](records, DAYS);
        if (holds) yes += 1;
        else no += 1;
        return holds === found.some(({ certainty }) => certainty === 'CERTAIN');
      }),
      { numRuns: 500 },
    );
    expect(Math.min(yes, no)).toBeGreaterThan(5);
  });
});
