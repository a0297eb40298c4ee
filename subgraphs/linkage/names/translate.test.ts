import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { nobleGroup } from '../../../client/group/noble-group.js';
import type { Refusal } from '../../../schema/errors.js';
import { createTranslator, type Translator } from './translate.js';

const scalar = (seed: number) => nobleGroup.scalarFrom(new Uint8Array(64).fill(seed));
const point = (seed: number) => nobleGroup.hashToGroup(new Uint8Array([seed]));
const refOf = (bytes: Uint8Array) => `1.${Buffer.from(bytes).toString('base64url')}`;
const { encodings } = JSON.parse(readFileSync(join('client', 'vectors', 'bad-elements.json'), 'utf8')) as {
  encodings: Record<string, string>;
};
const [tA, tB] = [scalar(1), scalar(2)];
let translator: Translator;

beforeAll(async () => {
  translator = await createTranslator(
    new Map([
      [
        '1',
        new Map([
          ['a', tA],
          ['b', tB],
        ]),
      ],
    ]),
  );
});

const codeOf = (ref: string, from = 'a', to = 'b'): string => {
  try {
    return translator.translate(ref, from, to);
  } catch (error) {
    return (error as Refusal).code;
  }
};

test('translates by t_b / t_a, there and back', () => {
  const person = point(1);
  const [atA, atB] = [refOf(nobleGroup.multiply(tA, person)), refOf(nobleGroup.multiply(tB, person))];
  expect(translator.translate(atA, 'a', 'b')).toBe(atB);
  expect(translator.translate(atB, 'b', 'a')).toBe(atA);
});

test('a list in its order, repeats included', async () => {
  const refs = Array.from({ length: 120 }, (_, at) => refOf(nobleGroup.multiply(tA, point(at % 7))));
  const expected = refs.map((_, at) => refOf(nobleGroup.multiply(tB, point(at % 7))));
  expect(await translator.translateAll(refs, 'a', 'b')).toEqual(expected);
});

describe('C12: refs nobody has', () => {
  test("another organisation's ref, a multiple of a ref and a random point translate like any other", () => {
    const foreign = nobleGroup.multiply(tB, point(1));
    for (const bytes of [foreign, nobleGroup.multiply(scalar(9), foreign), point(77)]) {
      expect(codeOf(refOf(bytes))).toMatch(/^1\.[A-Za-z0-9_-]{43}$/);
    }
  });

  test('an unknown generation is an error, never a miss', () => {
    const ref = refOf(point(1));
    expect(codeOf(ref.replace('1.', '2.'))).toBe('GENERATION_UNKNOWN');
    expect(codeOf(ref.replace('1.', '01.'))).toBe('GENERATION_UNKNOWN');
  });

  test.each(Object.entries(encodings))('C7: %s', (_, hex) => {
    expect(codeOf(refOf(Buffer.from(hex, 'hex')))).toBe('REF_NOT_VALID');
  });

  test.each(['', '1', '1.', '.', 'x.y', '1.1.1', '1:abc', '__proto__'])('malformed: %j', (text) => {
    expect(codeOf(text)).toBe('REF_NOT_VALID');
  });

  test('a second spelling of a ref is not a ref', () => {
    const ref = refOf(point(1));
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    expect(codeOf(`${ref.slice(0, -1)}${alphabet[alphabet.indexOf(ref.at(-1) as string) + 1]}`)).toBe('REF_NOT_VALID');
  });

  test('an organisation without tagging key', () => {
    expect(codeOf(refOf(point(1)), 'a', 'nobody')).toBe('UNAVAILABLE');
    expect(codeOf(refOf(point(1)), 'toString', 'b')).toBe('UNAVAILABLE');
  });

  test('one bad ref refuses the whole list', async () => {
    await expect(translator.translateAll([refOf(point(1)), '1.x'], 'a', 'b')).rejects.toMatchObject({ code: 'REF_NOT_VALID' });
  });
});
