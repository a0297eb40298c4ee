import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../tests/temporary-folder.js';
import { normaliseResidentId } from './normalise-resident-id.js';
import { openRefCache } from './ref-cache.js';

const secret = Buffer.alloc(32, 7);
const ID = normaliseResidentId('99911219491231005X');
const REF = `1.${'A'.repeat(43)}`;
const fresh = () => join(temporaryFolder(), 'refs');

test('remembers across openings, by generation, in a file only the owner reads', () => {
  const path = fresh();
  openRefCache(path, secret).put([[ID, REF]]);
  const cache = openRefCache(path, secret);
  expect(cache.get(ID, '1')).toBe(REF);
  expect(cache.get(ID, '2')).toBeUndefined();
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('holds no ID number, and nothing for another secret', () => {
  const path = fresh();
  openRefCache(path, secret).put([[ID, REF]]);
  expect(readFileSync(path, 'utf8')).not.toContain(ID.slice(0, 6));
  expect(openRefCache(path, Buffer.alloc(32, 8)).get(ID, '1')).toBeUndefined();
});

test('a torn line loses that line only', () => {
  const path = fresh();
  openRefCache(path, secret).put([[ID, REF]]);
  appendFileSync(path, `${'B'.repeat(43)} 1.AAA`);
  const other = normaliseResidentId('999112194912310017');
  openRefCache(path, secret).put([[other, REF]]);
  const cache = openRefCache(path, secret);
  expect(cache.get(ID, '1')).toBe(REF);
  expect(cache.get(other, '1')).toBe(REF);
});

test('the newest line counts; only refs are taken', () => {
  const path = fresh();
  const newer = `1.${'C'.repeat(43)}`;
  openRefCache(path, secret).put([[ID, REF]]);
  openRefCache(path, secret).put([[ID, newer]]);
  expect(openRefCache(path, secret).get(ID, '1')).toBe(newer);
  expect(() => openRefCache(path, secret).put([[ID, 'x']])).toThrow('not a ref');
});
