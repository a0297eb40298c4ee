import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holdsResidentId } from './holds-resident-id.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checked = (digits: string) => digits + '10X98765432'[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11];
const two = (value: number) => String(value).padStart(2, '0');

const birth = fc.tuple(fc.integer({ min: 1920, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const region = fc
  .tuple(fc.constantFrom('11', '33', '46', '65', '81', '99'), fc.integer({ min: 0, max: 9999 }))
  .map(([p, rest]) => p + String(rest).padStart(4, '0'));
const number = fc
  .tuple(region, birth, fc.integer({ min: 0, max: 999 }))
  .map(([place, [y, m, d], serial]) => checked(`${place}${y}${two(m)}${two(d)}${String(serial).padStart(3, '0')}`));

const spread = (digits: string, separator: string, every: number) =>
  digits.match(new RegExp(`.{1,${every}}`, 'g'))?.join(separator) ?? digits;
const wide = (text: string) => text.replace(/[0-9xX]/g, (c) => String.fromCodePoint((c.codePointAt(0) as number) + 0xfee0));

/** Every way a number has been seen to be written, and some that try to slip through. */
const SPELLINGS: Readonly<Record<string, (id: string) => string>> = {
  plain: (id) => id,
  'lower-case x': (id) => id.toLowerCase(),
  literal: (id) => JSON.stringify({ query: `{ person(id: "${id}") { id } }` }),
  alias: (id) => `{"query":"{ a${id}: person(id: \\"1.x\\") { id } }"}`,
  'operation name': (id) => `query Of_${id} { x }`,
  comment: (id) => `# for ${id}\\n{ x }`,
  variable: (id) => JSON.stringify({ variables: { note: `身份证号${id}。` } }),
  'full-width digits': wide,
  'Arabic digits': (id) => id.replace(/\d/g, (c) => String.fromCodePoint(0x660 + Number(c))),
  'JSON escapes': (id) => [...id].map((c) => `\\u00${(c.codePointAt(0) as number).toString(16)}`).join(''),
  'GraphQL escapes in JSON': (id) => [...id].map((c) => `\\\\u{${(c.codePointAt(0) as number).toString(16)}}`).join(''),
  'percent escapes': (id) => `http://x/graphql?id=${[...id].map((c) => `%${(c.codePointAt(0) as number).toString(16)}`).join('')}`,
  'percent full-width': (id) => encodeURIComponent(wide(id)),
  spaces: (id) => spread(id, ' ', 1),
  hyphens: (id) => spread(id, '-', 6),
  'groups of four': (id) => spread(id, ' ', 4),
  'dashes and blanks': (id) => spread(id, ' – ', 6),
  'zero-width': (id) => spread(id, '\u200b', 3),
  'line breaks in JSON': (id) => spread(id, '\\n', 6),
  'disability card': (id) => `${id}42`,
  'beside a telephone number': (id) => `13800138000 ${id} 2`,
  'in a list': (id) => `["${id}"]`,
};

describe('a resident ID number is found', () => {
  test.each(Object.entries(SPELLINGS))('%s', (_, spell) => {
    fc.assert(
      fc.property(number, (id) => holdsResidentId(spell(id))),
      { numRuns: 60 },
    );
  });

  test('the 15-digit form, alone or in its groups', () => {
    for (const text of [
      '110101900307777',
      'id 110101900307777,',
      'query _110101900307777 { x }',
      '110101 900307 777',
      wide('110101900307777'),
    ]) {
      expect([text, holdsResidentId(text)]).toEqual([text, true]);
    }
  });
});

describe('what a request holds anyway is not taken for one', () => {
  const instant = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true });
  const base64 = (bytes: number) =>
    fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((value) => Buffer.from(value).toString('base64url'));
  const INNOCENT: Readonly<Record<string, fc.Arbitrary<string>>> = {
    'refs and digests': base64(32).map((point) => `1.${point}`),
    tokens: fc.tuple(base64(90), base64(300), base64(64)).map((parts) => parts.join('.')),
    instants: instant.map((at) => at.toISOString()),
    'instants with blank': instant.map((at) => at.toISOString().replace('T', ' ').replace('Z', '123')),
    seconds: instant.map((at) => `${Math.floor(at.getTime() / 1000)}`),
    milliseconds: instant.map((at) => `[${at.getTime()}, ${at.getTime() + 5}]`),
    amounts: fc
      .array(fc.integer({ min: 0, max: 99_999_999 }), { maxLength: 8 })
      .map((fen) => fen.map((value) => `"${(value / 100).toFixed(2)}"`).join(',')),
    digests: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  };

  test.each(Object.entries(INNOCENT))('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => !holdsResidentId(text)),
      { numRuns: 2_000, seed: 20240517 },
    );
  });

  test('a wrong check digit, an impossible date, a region that cannot be', () => {
    for (const text of [
      '110101199003077775',
      checked('11010119901307777'),
      checked('00010119900307777'),
      '123456789012345678',
      '110101901307777',
    ]) {
      expect([text, holdsResidentId(text)]).toEqual([text, false]);
    }
  });

  test('of 100,000 UUIDs none', () => {
    const uuids = ['b26ba7b0-a72b-4366-9519-790503458728', ...Array.from({ length: 100_000 }, () => randomUUID())];
    expect(uuids.filter(holdsResidentId)).toEqual([]);
    // Control: the digits of the first alone would be one, and a number beside a UUID is one.
    for (const text of ['4366-9519-790503458728', `${uuids[0]} 110101900307777`, `${uuids[0]}-436695197905034587`])
      expect([text, holdsResidentId(text)]).toEqual([text, true]);
  });

  test('time grows with the text, not with its square', () => {
    const digits = '1 '.repeat(128 * 1024);
    const started = performance.now();
    holdsResidentId(digits);
    holdsResidentId('110101900307777b '.repeat(15_000));
    holdsResidentId('110101900307777 - '.repeat(15_000).replaceAll('777 ', '770b'));
    holdsResidentId('\\'.repeat(256 * 1024));
    holdsResidentId('\\n\\'.repeat(64 * 1024));
    holdsResidentId(randomBytes(96 * 1024).toString('base64'));
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
