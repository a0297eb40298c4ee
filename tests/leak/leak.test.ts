import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEVELOPMENT_USERS } from '../../cli/first-start/development-users.js';
import { readFieldPolicies } from '../../kit/enforce/field-policies.js';
import { askerOf, EVERY_ASKER } from '../hub/every-asker.js';
import { AGENCIES } from '../hub/hub.js';
import { unprotected } from '../hub/start-hub.js';
import { type LeakSearch, STATES, startLeakSearch } from './leak-search.js';

/** Codes and counts of closed vocabularies: no marker fits them. Their transforms are tested beside kit/transform. */
const WITHOUT_MARKER = [
  'AidRecord.cause',
  'AidRecord.kind',
  'Campaign.state',
  'Cover.premiumPaidBy',
  'Cover.scheme',
  'DisabilityCard.category',
  'DisabilityCard.grade',
  'DisabilityCard.state',
  'HighCostAlert.state',
  'HighCostAlert.year',
  'Household.size',
  'HouseholdMember.relation',
  'Identity.sex',
  'MeansCheck.conclusion',
  'MeansCheck.referral',
  'Settlement.careType',
  'StatusRecord.statusClass',
];

/** Every protected field of the agencies that holds a value; amounts stand at their ends. */
const PROTECTED_VALUES = [
  ...new Set(
    AGENCIES.flatMap((agency) => {
      const sdl = readFileSync(join(import.meta.dirname, `../../schema/subgraphs/${agency}.graphql`), 'utf8');
      return [...readFieldPolicies(sdl)]
        .filter(([, policy]) => policy.kind === 'PROTECTED' && !['PRESENCE', 'BAND_AMOUNT'].includes(policy.by))
        .map(([coordinate]) => coordinate);
    }),
  ),
].filter((coordinate) => coordinate !== 'Person.household');

/**
 * The leak test: a marker in every cell of every agency, every field of the composed schema, every organisation ×
 * purpose × grant state, every byte that leaves an agency and the gateway. A marker may appear only where the decision
 * table says raw.
 */
let search: LeakSearch;
let twin: LeakSearch;

beforeAll(async () => {
  search = await startLeakSearch();
  twin = await startLeakSearch({ serve: unprotected });
}, 180_000);
afterAll(async () => {
  await search?.hub.close();
  await twin?.hub.close();
});

describe('leak test', () => {
  test.each(STATES)(
    '$name: nothing leaves to any asker that the decision table does not give',
    async (state) => {
      expect(EVERY_ASKER.length).toBeGreaterThanOrEqual(DEVELOPMENT_USERS.length);
      for (const asker of EVERY_ASKER) {
        const { leaks } = await search.search(asker, state);
        expect(leaks.slice(0, 5)).toEqual([]);
      }
    },
    120_000,
  );

  test('markers do leave where they may, and stand at every field that can hold one', async () => {
    const asker = askerOf('chen-jianguo');
    const { permitted } = await search.search(asker, STATES[2] as (typeof STATES)[number]);
    expect(permitted).toBeGreaterThan(300);
    const { leaks } = await twin.search(asker, STATES[0] as (typeof STATES)[number]);
    expect(leaks.length).toBeGreaterThan(100);
    expect(PROTECTED_VALUES.filter((coordinate) => !twin.seenAt.has(coordinate)).sort()).toEqual(WITHOUT_MARKER);
  }, 120_000);
});
