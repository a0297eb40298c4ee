import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAMING_ORGANISATIONS } from '../../cli/first-start/development-organisations.js';
import { FIRST_GENERATION } from '../../cli/first-start/make-naming-keys.js';
import { makeRegistry } from '../../cli/first-start/make-registry.js';
import { makeSecrets } from '../../cli/first-start/make-secrets.js';
import { findHome, type Home } from '../../cli/home/paths.js';
import { createKey } from '../../key-authority/create-key.js';
import { type RegistryView, readRegistry } from '../../schema/registry/read-registry.js';
import type { NamingKeys } from '../../schema/registry/registry.js';
import { createTaggingKeys } from '../../subgraphs/linkage/names/create-tagging-keys.js';
import { AGENCIES } from './hub.js';
import { testDatabases } from './test-databases.js';

/** What a first start leaves: secrets, naming keys, a signed registry, an empty database per owner. */
export interface PreparedHome {
  readonly home: Home;
  readonly registry: RegistryView;
  readonly naming: NamingKeys;
  readonly databaseUrls: ReadonlyMap<string, string>;
  remove(): Promise<void>;
}

/** Makes a home in a temporary folder, with the product's own first-start code. */
export async function prepareHome(gatewayPort: number, now: Date): Promise<PreparedHome> {
  const folder = mkdtempSync(join(tmpdir(), 'aidgraph-hub-'));
  const home = findHome({ AIDGRAPH_HOME: folder });
  const keys = makeSecrets(home);
  const tagging = await createTaggingKeys(FIRST_GENERATION, NAMING_ORGANISATIONS, home.secrets('linkage'));
  const authority = await createKey(FIRST_GENERATION, home.secrets('key-authority'));
  const naming: NamingKeys = { generation: FIRST_GENERATION, linkage: tagging.linkage, authority: authority.authority };
  makeRegistry(home, gatewayPort, naming, keys, now);

  const databases = testDatabases();
  const databaseUrls = new Map<string, string>();
  for (const name of [...AGENCIES, 'ledger', 'consent']) {
    const url = await databases.create(name);
    databaseUrls.set(name, url);
    writeFileSync(join(home.secrets(name), 'database-url'), url, { mode: 0o600 });
  }
  return {
    home,
    registry: readRegistry(readFileSync(home.registry, 'utf8'), createPublicKey(readFileSync(home.registryKey))),
    naming,
    databaseUrls,
    remove: async () => {
      await databases.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
