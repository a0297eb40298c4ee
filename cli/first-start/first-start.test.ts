import { createPublicKey } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSecrets } from '../../runtime/secrets.js';
import { readRegistry } from '../../schema/registry/read-registry.js';
import type { NamingKeys } from '../../schema/registry/registry.js';
import { checkHome } from '../doctor/check-home.js';
import { findHome, type Home } from '../home/paths.js';
import { openRegistry } from '../home/registry.js';
import { DEVELOPMENT_USERS } from './development-users.js';
import { makeRegistry } from './make-registry.js';
import { makeSecrets } from './make-secrets.js';

const NAMING: NamingKeys = { generation: '1', authority: { keyId: 'a', publicKey: 'b' }, linkage: {} };
const NOW = new Date('2026-05-17T00:00:00Z');

let home: Home;
beforeAll(() => {
  home = findHome({ AIDGRAPH_HOME: mkdtempSync(join(tmpdir(), 'aidgraph-first-')) });
  makeRegistry(home, 4000, NAMING, makeSecrets(home), NOW);
});
afterAll(() => rmSync(home.root, { recursive: true, force: true }));

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the first start', () => {
  test('every secret is for its owner only', async () => {
    const all = [...files(home.secrets('')), ...files(home.client(''))];
    expect(all.length).toBeGreaterThan(25);
    for (const path of all) expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await checkHome(home)).problem).toBeUndefined();
    const [first] = all;
    chmodSync(first as string, 0o644);
    expect((await checkHome(home)).problem?.en).toContain(first);
    chmodSync(first as string, 0o600);
  });

  test('both sides of a shared key hold the same one, and no two keys are alike', () => {
    const key = (process: string, name: string) => openSecrets(home.secrets(process)).key(name).toString('hex');
    for (const audience of ['civil-affairs', 'charity-federation', 'linkage', 'casework', 'ledger']) {
      expect(key('gateway', `statement-${audience}.key`)).toBe(key(audience, 'statement.key'));
    }
    for (const audience of ['civil-affairs', 'charity-federation', 'casework']) {
      expect(key('linkage', `seal-${audience}.key`)).toBe(key(audience, 'seal.key'));
    }
    expect(key('gateway', 'tag.key')).toBe(key('linkage', 'tag.key'));
    const gateway = readdirSync(home.secrets('gateway')).map((name) => key('gateway', name));
    expect(new Set(gateway).size).toBe(gateway.length);
  });

  test('a second start changes nothing', () => {
    const before = files(home.root).map((path) => [path, readFileSync(path, 'utf8')]);
    makeRegistry(home, 4000, NAMING, makeSecrets(home), new Date('2027-01-01T00:00:00Z'));
    expect(files(home.root).map((path) => [path, readFileSync(path, 'utf8')])).toEqual(before);
  });

  test('another port is another version of the registry', () => {
    makeRegistry(home, 5000, NAMING, makeSecrets(home), NOW);
    expect(openRegistry(home)).toMatchObject({ version: 2, audience: 'http://127.0.0.1:5000/graphql' });
  });

  test('every sample user has a client, and its purposes name the role', () => {
    const registry = readRegistry(readFileSync(home.registry, 'utf8'), createPublicKey(readFileSync(home.registryKey, 'utf8')));
    for (const { client, organisation, roles } of DEVELOPMENT_USERS) {
      const found = registry.client(client);
      expect(found?.organisation.id).toBe(organisation);
      expect(Object.values(found?.client.purposes ?? {}).flat()).toEqual(expect.arrayContaining([...roles]));
    }
  });

  test('an agency’s enrolment key is the one the registry names', () => {
    const pem = openSecrets(home.secrets('civil-affairs')).text('enrolment.key');
    const key = createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64url');
    expect(openRegistry(home).organisation('civil-affairs')?.enrolmentKey).toBe(key);
  });
});
