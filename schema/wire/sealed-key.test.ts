import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { KeySealer, type SealContext } from './sealed-key.js';

const KEY = randomBytes(32);
const NOW = new Date('2026-10-31T00:00:00Z');
const EXPIRES = NOW.getTime() / 1000 + 60;
const CONTEXT: SealContext = {
  audience: 'civil-affairs',
  tag: 'tag-of-this-request-00',
  organisation: 'charity-federation',
  purpose: 'PRIOR_AID_CHECK',
};
const REF = `1.${'A'.repeat(43)}`;

describe('sealed keys', () => {
  test('open for the context they were sealed for', () => {
    expect(new KeySealer(KEY, CONTEXT).open(new KeySealer(KEY, CONTEXT).seal(REF, EXPIRES), NOW)).toBe(REF);
  });

  test.each<[string, Partial<SealContext>]>([
    ['another request', { tag: 'tag-of-another-request' }],
    ['another asker', { organisation: 'civil-affairs' }],
    ['another purpose', { purpose: 'CASE_REVIEW' }],
    ['another agency', { audience: 'red-cross' }],
  ])('do not open for %s', (_, change) => {
    const sealed = new KeySealer(KEY, CONTEXT).seal(REF, EXPIRES);
    expect(new KeySealer(KEY, { ...CONTEXT, ...change }).open(sealed, NOW)).toBeUndefined();
    expect(new KeySealer(KEY, CONTEXT).open(sealed, NOW)).toBe(REF);
  });

  test('do not open under another key, late, changed in any byte, cut, or written in another way', () => {
    const sealer = new KeySealer(KEY, CONTEXT);
    const sealed = sealer.seal(REF, EXPIRES);
    expect(new KeySealer(randomBytes(32), CONTEXT).open(sealed, NOW)).toBeUndefined();
    expect(sealer.open(sealed, new Date(EXPIRES * 1000))).toBeUndefined();
    const bytes = Buffer.from(sealed, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      expect(sealer.open(changed.toString('base64url'), NOW)).toBeUndefined();
    }
    for (const text of ['', 'A', sealed.slice(0, -4), `${sealed}=`, ` ${sealed}`, `${sealed}AAAA`])
      expect(sealer.open(text, NOW)).toBeUndefined();
  });

  test('are the same within a request and new in the next', () => {
    const again = new KeySealer(KEY, CONTEXT).seal(REF, EXPIRES);
    expect(new KeySealer(KEY, CONTEXT).seal(REF, EXPIRES)).toBe(again);
    expect(new KeySealer(KEY, { ...CONTEXT, tag: 'tag-of-another-request' }).seal(REF, EXPIRES)).not.toBe(again);
  });
});
