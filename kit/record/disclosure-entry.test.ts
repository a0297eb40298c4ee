import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import type { DisclosureLine } from '../../schema/wire/disclosure.js';
import type { Asking } from '../asking.js';
import { disclosureEntry } from './disclosure-entry.js';

const ASKING = {
  asker: { organisation: { id: 'charity-federation' }, client: { id: 'desk "1"' } },
  statement: { aud: 'civil-affairs', tag: 'tag', case: undefined, jti: 'jti', bodyDigest: 'digest' },
  proof: { purpose: 'CASE_REVIEW' },
  now: new Date('2026-11-22T00:00:00.000Z'),
} as unknown as Asking;
const LINES: readonly DisclosureLine[] = [
  { source: 'civil-affairs', coordinate: 'Person.household', outcome: 'RAW', basis: 'LAW' },
  { source: 'civil-affairs', coordinate: 'AidRecord.cause', outcome: 'TRANSFORMED', transform: 'REDACT' },
  { source: 'civil-affairs', coordinate: 'AidRecord.diagnosis', outcome: 'WITHHELD' },
];

test.each([
  ['with a case', { ...ASKING, statement: { ...ASKING.statement, case: '案-\u2028-7' } }, LINES],
  ['without a case, and again', ASKING, LINES],
  ['without lines', ASKING, []],
])('an entry is RFC 8785 of what it says: %s', (_, asking, lines) => {
  const bytes = disclosureEntry(asking, '2026-11-01 "π"', lines);
  const said = JSON.parse(bytes.toString('utf8')) as { lines: unknown; policyVersion: unknown; case: unknown };
  expect(bytes.toString('utf8')).toBe(canonicalize(said));
  expect(said).toMatchObject({
    v: 1,
    jti: 'jti',
    recipient: 'charity-federation',
    at: '2026-11-22T00:00:00.000Z',
    policyVersion: '2026-11-01 "π"',
  });
  expect(said.case).toBe(asking.statement.case ?? null);
  expect(said.lines).toEqual(
    lines.map(({ coordinate, outcome, transform = null, basis = null }) => [coordinate, outcome, transform, basis]),
  );
});
