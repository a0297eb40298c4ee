import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../tests/temporary-folder.js';
import { createKey } from './create-key.js';

const fresh = () => join(temporaryFolder(), 'secrets');

test('makes a key only its owner reads, and tells the public values only', async () => {
  const folder = fresh();
  const made = await createKey('1', folder);
  expect(made).toEqual({
    generation: '1',
    authority: { keyId: expect.stringMatching(/^.{16}$/), publicKey: expect.stringMatching(/^.{43}$/) },
  });
  expect(statSync(join(folder, 'k-1.key')).mode & 0o777).toBe(0o600);
  expect(JSON.stringify(made)).not.toContain(readFileSync(join(folder, 'k-1.key'), 'utf8').trim());
});

test('never replaces a key', async () => {
  const folder = fresh();
  const made = await createKey('1', folder);
  expect(await createKey('1', folder)).toEqual(made);
  expect(await createKey('2', folder)).not.toEqual(made);
});

test.each([
  ['zero', Buffer.alloc(32)],
  ['not reduced', Buffer.alloc(32, 0xff)],
  ['short', Buffer.alloc(31, 1)],
])('a file that holds no key is refused: %s', async (_, bytes) => {
  const folder = fresh();
  await createKey('1', folder);
  writeFileSync(join(folder, 'k-2.key'), bytes.toString('base64url'));
  await expect(createKey('2', folder)).rejects.toThrow();
});

test('a generation is a number', async () => {
  await expect(createKey('../1', fresh())).rejects.toThrow('at most six digits');
});
