import { beforeAll, describe, expect, test } from '@jest/globals';
import { caseDigest, PROOF_WINDOW, readProof } from '../schema/wire/proof.js';
import { bodyDigest } from '../schema/wire/statement.js';
import { createAskerKey, thumbprintOf } from './asker-key.js';
import { prove, type ToProve } from './prove.js';

const now = new Date('2026-01-15T02:00:00Z');
const body = '{"query":"{ person(id: \\"1.x\\") { id } }","variables":{"姓名":"张"}}';
let request: ToProve;
let expected: { jkt: string; token: string; htu: string; now: Date };

beforeAll(async () => {
  const keyPair = await createAskerKey();
  request = { keyPair, token: 'a.b.c', address: 'https://hub.example/graphql', purpose: 'CASE_REVIEW', body, caseRef: 'case 7', now };
  expected = { jkt: await thumbprintOf(keyPair), token: 'a.b.c', htu: 'https://hub.example/graphql', now };
});

test('a proof made here is one the contract reads', async () => {
  const { proof, caseSalt } = await prove(request);
  const read = readProof(proof, expected);
  expect(read).toMatchObject({ htm: 'POST', purpose: 'CASE_REVIEW', body_digest: bodyDigest(body), iat: now.getTime() / 1000 });
  expect(read?.case_digest).toBe(caseDigest(caseSalt as string, 'case 7'));
});

test('without a case there is neither digest nor salt', async () => {
  const { caseRef: _, ...rest } = request;
  const { proof, caseSalt } = await prove(rest);
  expect(caseSalt).toBeUndefined();
  expect(readProof(proof, expected)).not.toHaveProperty('case_digest');
});

test('no two proofs and no two salts are alike', async () => {
  const [one, two] = [await prove(request), await prove(request)];
  expect(readProof(one.proof, expected)?.jti).not.toBe(readProof(two.proof, expected)?.jti);
  expect(one.caseSalt).not.toBe(two.caseSalt);
});

describe('tampering is seen', () => {
  const change = (part: string, edit: (value: Record<string, unknown>) => void) => {
    const value = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    edit(value);
    return Buffer.from(JSON.stringify(value)).toString('base64url');
  };

  test.each([
    ['purpose', 'EMERGENCY'],
    ['body_digest', bodyDigest('other')],
    ['case_digest', caseDigest('salt', 'other')],
    ['iat', now.getTime() / 1000 + 1],
    ['jti', 'another'],
  ])('in %s', async (claim, value) => {
    const [header, payload, signature] = (await prove(request)).proof.split('.') as [string, string, string];
    const tampered = change(payload, (claims) => {
      claims[claim] = value;
    });
    expect(readProof(`${header}.${payload}.${signature}`, expected)).toBeDefined();
    expect(readProof(`${header}.${tampered}.${signature}`, expected)).toBeUndefined();
  });

  test.each([
    ['another token', { token: 'a.b.d' }],
    ['another address', { htu: 'https://hub.example/other' }],
    ['another key', { jkt: 'A'.repeat(43) }],
    ['too late', { now: new Date(now.getTime() + (PROOF_WINDOW + 1) * 1000) }],
  ])('%s', async (_, difference) => {
    const { proof } = await prove(request);
    expect(readProof(proof, { ...expected, ...difference })).toBeUndefined();
  });

  test('a key that was swapped with its signature', async () => {
    const other = await prove({ ...request, keyPair: await createAskerKey() });
    expect(readProof(other.proof, expected)).toBeUndefined();
  });
});
