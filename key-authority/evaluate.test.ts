import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { evaluate } from './evaluate.js';

const data = (name: string) => JSON.parse(readFileSync(join('client', 'vectors', name), 'utf8'));
const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
const suite = data('rfc9497-ristretto255.json').vectors.find((entry: { mode: number }) => entry.mode === 1);
const key = Buffer.from(suite.skSm, 'hex');
const [blinded, evaluated] = [base64url(suite.vectors[0].BlindedElement), base64url(suite.vectors[0].EvaluationElement)];

test('evaluates as RFC 9497 does, in order', async () => {
  const many = await evaluate(key, [...Array(120).fill(blinded)]);
  expect(many).toEqual(Array(120).fill(evaluated));
});

test.each(Object.entries(data('bad-elements.json').encodings as Record<string, string>))('C7: %s', async (_, hex) => {
  await expect(evaluate(key, [blinded, base64url(hex)])).rejects.toMatchObject({ code: 'POINT_NOT_VALID' });
});
