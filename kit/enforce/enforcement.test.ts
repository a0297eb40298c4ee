import { describe, expect, test } from '@jest/globals';
import { buildSchema, execute, parse } from 'graphql';
import { POLICY_DIRECTIVES_SDL } from '../../schema/policy-directives.js';
import type { Outcome } from '../../schema/vocabulary/outcomes.js';
import { aboutPerson, lazily } from '../resolve/subject.js';
import { readFieldPolicies } from './field-policies.js';
import type { PersonDecisions } from './person-decisions.js';
import { protectSchema } from './protect-schema.js';
import { reportLines } from './report.js';
import { selfCheck } from './self-check.js';

const SDL = `${POLICY_DIRECTIVES_SDL}
type Query { record: Record @public(as: META) }
type Record {
  name: String @consent(categories: [IDENTITY], subject: SELF) @deidentify(by: MASK_NAME)
  donor: String @consent(categories: [IDENTITY], subject: OTHER) @deidentify(by: MASK_NAME)
  note: String @consent(categories: [AID, HEALTH], subject: SELF) @deidentify(by: REDACT)
  late: String @consent(categories: [IDENTITY], subject: SELF) @deidentify(by: MASK_NAME)
  asOf: String @public(as: META)
}`;

const WHOLE: Readonly<Record<Outcome, object>> = { RAW: {}, TRANSFORMED: {}, WITHHELD: {} };
const decisions = (outcome: Outcome, known: readonly string[] = ['self', 'other']): PersonDecisions => ({
  of: (ref) => ({ outcome: known.includes(ref) ? outcome : 'WITHHELD', basis: outcome === 'WITHHELD' ? null : 'CONSENT' }),
  whole: (ref) => WHOLE[known.includes(ref) ? outcome : 'WITHHELD'],
  without: () => ({ outcome: 'WITHHELD', basis: null }),
  pseudonym: (id) => `p-${id}`,
  asOf: '2026-10-31T00:00:00Z',
});

function run(record: object, given: PersonDecisions, query = '{ record { name donor note late asOf } }') {
  const schema = buildSchema(SDL);
  selfCheck(readFieldPolicies(SDL), protectSchema(schema, readFieldPolicies(SDL)));
  return execute({ schema, document: parse(query), rootValue: { record }, contextValue: { decisions: given } });
}

const record = (reads: string[] = []) => ({
  name: '王小明',
  donor: '李大海',
  note: 'seen',
  late: lazily(async () => {
    reads.push('late');
    return '赵六六';
  }),
  asOf: 'now',
});

describe('enforcement', () => {
  test('raw, transformed and withheld', async () => {
    expect(await run(aboutPerson('self', record(), 'other'), decisions('RAW'))).toEqual({
      data: { record: { name: '王小明', donor: '李大海', note: 'seen', late: '赵六六', asOf: 'now' } },
    });
    expect(await run(aboutPerson('self', record(), 'other'), decisions('TRANSFORMED'))).toEqual({
      data: { record: { name: '王*明', donor: '李*海', note: null, late: '赵*六', asOf: 'now' } },
    });
    const reads: string[] = [];
    expect(await run(aboutPerson('self', record(reads), 'other'), decisions('WITHHELD'))).toEqual({
      data: { record: { name: null, donor: null, note: null, late: null, asOf: 'now' } },
    });
    // A withheld field is not read at all.
    expect(reads).toEqual([]);
  });

  test('an object without its person, or about a person nobody decided on, is withheld', async () => {
    for (const object of [record(), aboutPerson('stranger', record(), 'stranger')]) {
      expect(await run(object, decisions('RAW'))).toMatchObject({ data: { record: { name: null, donor: null, note: null, late: null } } });
    }
    expect(await run(aboutPerson('self', record()), decisions('RAW'))).toMatchObject({ data: { record: { name: '王小明', donor: null } } });
  });

  test('the mark is not a property anybody can send or see', () => {
    expect(JSON.stringify(aboutPerson('self', { name: 'x' }, 'other'))).toBe('{"name":"x"}');
    expect(Object.keys(aboutPerson('self', {}))).toEqual([]);
  });

  test('the report says what fields do, and of another person only what nothing known gives', () => {
    const lines = reportLines(
      'agency',
      ['Record.asOf', 'Record.donor', 'Record.name', 'Record.note'],
      readFieldPolicies(SDL),
      ['self'],
      decisions('TRANSFORMED'),
    );
    expect(lines).toEqual([
      { source: 'agency', coordinate: 'Record.donor', outcome: 'WITHHELD' },
      { source: 'agency', coordinate: 'Record.name', outcome: 'TRANSFORMED', transform: 'MASK_NAME', basis: 'CONSENT' },
      { source: 'agency', coordinate: 'Record.note', outcome: 'WITHHELD' },
    ]);
  });
});

describe('the report of several persons', () => {
  const selected = ['Record.name'];
  const report = (refs: readonly string[], given: PersonDecisions) => reportLines('agency', selected, readFieldPolicies(SDL), refs, given);
  const mixed: PersonDecisions = {
    ...decisions('RAW'),
    of: (ref, categories) => decisions(ref === 'raw' ? 'RAW' : 'TRANSFORMED', ['raw', 'also', 'third']).of(ref, categories),
    whole: (ref) => WHOLE[ref === 'raw' ? 'RAW' : 'TRANSFORMED'],
  };

  test('says each outcome once, and is the same lines for whom the same was decided', () => {
    expect(report(['also', 'raw', 'third'], mixed).map(({ outcome }) => outcome)).toEqual(['TRANSFORMED', 'RAW']);
    const [one, other] = [report(['also'], mixed), report(['third', 'also'], mixed)];
    expect(one.map(({ outcome }) => outcome)).toEqual(['TRANSFORMED']);
    expect(other).toBe(one);
    expect(report(['raw'], mixed).map(({ outcome }) => outcome)).toEqual(['RAW']);
    expect(report([], mixed)).toEqual([]);
  });
});

describe('the start-up self-check', () => {
  test('refuses a protected field without its wrapper, and a wrapper without a protected field', () => {
    const policies = readFieldPolicies(SDL);
    const wrapped = protectSchema(buildSchema(SDL), policies);
    expect(() => selfCheck(policies, wrapped)).not.toThrow();
    expect(() => selfCheck(policies, new Set([...wrapped].slice(1)))).toThrow(/Record\.name/);
    expect(() => selfCheck(policies, new Set([...wrapped, 'Record.asOf']))).toThrow(/Record\.asOf/);
  });

  test.each([
    ['no policy', 'name: String'],
    ['half a policy', 'name: String @consent(categories: [IDENTITY], subject: SELF)'],
    ['two policies', 'name: String @public(as: META) @derived'],
    ['no category', 'name: String @consent(categories: [], subject: SELF) @deidentify(by: REDACT)'],
  ])('refuses a field of %s', (_, field) => {
    expect(() => readFieldPolicies(`type Record { ${field} }`)).toThrow(/Record\.name/);
  });
});
