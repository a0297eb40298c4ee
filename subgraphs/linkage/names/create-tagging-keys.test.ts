import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../../tests/temporary-folder.js';
import { createTaggingKeys } from './create-tagging-keys.js';

const fresh = () => join(temporaryFolder(), 'secrets');

test('one key per organisation, in a file only its owner reads; tells the public values only', async () => {
  const folder = fresh();
  const made = await createTaggingKeys('1', ['a', 'b'], folder);
  const path = join(folder, 't-1.json');
  expect(Object.keys(made.linkage)).toEqual(['a', 'b']);
  expect(made.linkage.a).not.toEqual(made.linkage.b);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  for (const scalar of Object.values(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)) {
    expect(JSON.stringify(made)).not.toContain(scalar);
  }
});

test('keys that are there stay; a new organisation gets one', async () => {
  const folder = fresh();
  const first = await createTaggingKeys('1', ['a', 'b'], folder);
  const second = await createTaggingKeys('1', ['b', 'c'], folder);
  expect(second.linkage.b).toEqual(first.linkage.b);
  expect(await createTaggingKeys('1', ['a'], folder)).toEqual({ generation: '1', linkage: { a: first.linkage.a } });
});

test('a generation is a number', async () => {
  await expect(createTaggingKeys('../1', ['a'], fresh())).rejects.toThrow('at most six digits');
});
