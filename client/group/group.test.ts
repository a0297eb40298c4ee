import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Group } from './group.js';
import { nobleGroup } from './noble-group.js';
import { sodiumGroup } from './sodium-group.js';

interface Vector {
  Input: string;
  Blind: string;
  BlindedElement: string;
  EvaluationElement: string;
}
const data = (name: string) => JSON.parse(readFileSync(join('client', 'vectors', name), 'utf8'));
const file = data('rfc9497-ristretto255.json');
const bad = Object.entries(data('bad-elements.json').encodings as Record<string, string>);
const suite = file.vectors.find((entry: { mode: number }) => entry.mode === 1) as { skSm: string; vectors: Vector[] };
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const cases = suite.vectors.flatMap((vector) => {
  const parts = (name: keyof Vector) => vector[name].split(',');
  return parts('Input').map((input, at) => ({
    input,
    blind: parts('Blind')[at] as string,
    blinded: parts('BlindedElement')[at] as string,
    evaluated: parts('EvaluationElement')[at] as string,
  }));
});

describe.each(['libsodium', '@noble/curves'])('%s', (name) => {
  let group: Group;
  beforeAll(async () => {
    group = name === 'libsodium' ? await sodiumGroup() : nobleGroup;
  });

  test.each(cases)('RFC 9497 mode 0x01, input $input', ({ input, blind, blinded, evaluated }) => {
    const element = group.hashToGroup(hex(input));
    expect(toHex(group.multiply(hex(blind), element))).toBe(blinded);
    expect(toHex(group.multiply(hex(suite.skSm), hex(blinded)))).toBe(evaluated);
    expect(toHex(group.multiply(group.invert(hex(blind)), hex(blinded)))).toBe(toHex(element));
  });

  test.each(bad)('C7: %s is no element', (_, encoding) => {
    expect(group.isElement(hex(encoding))).toBe(false);
    expect(() => group.multiply(hex(suite.skSm), hex(encoding))).toThrow();
  });

  test('positive control: a point is an element', () => {
    expect(group.isElement(hex(cases[0]?.blinded as string))).toBe(true);
  });

  test('zero is no scalar to multiply by or to invert', () => {
    const element = group.hashToGroup(hex('00'));
    expect(() => group.multiply(new Uint8Array(32), element)).toThrow();
    expect(() => group.invert(new Uint8Array(32))).toThrow();
  });
});

test('the two groups agree', async () => {
  const sodium = await sodiumGroup();
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes(64), bytes(32), (message, random, encoding) => {
      const element = sodium.hashToGroup(message);
      expect(nobleGroup.hashToGroup(message)).toEqual(element);
      const scalar = sodium.scalarFrom(random);
      expect(nobleGroup.scalarFrom(random)).toEqual(scalar);
      fc.pre(scalar.some((byte) => byte !== 0));
      const product = sodium.multiply(scalar, element);
      expect(nobleGroup.multiply(scalar, element)).toEqual(product);
      expect(nobleGroup.invert(scalar)).toEqual(sodium.invert(scalar));
      expect(sodium.multiply(nobleGroup.invert(scalar), product)).toEqual(element);
      expect(nobleGroup.isElement(encoding)).toBe(sodium.isElement(encoding));
    }),
    { numRuns: 60 },
  );
});
