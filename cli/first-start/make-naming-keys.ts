import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NamingKeys } from '../../schema/registry/registry.js';
import { readJson, writeJson } from '../home/files.js';
import type { Home } from '../home/paths.js';
import { runModule } from '../house/run-module.js';
import { NAMING_ORGANISATIONS } from './development-organisations.js';

/** Generation of the first naming keys. */
export const FIRST_GENERATION = '1';

/**
 * The naming keys of the house: made by linkage's and the authority's own programs, each writing into its own folder of
 * secrets, so that this process never holds them. Only public values come back and are kept.
 */
export async function makeNamingKeys(home: Home, signal: AbortSignal): Promise<NamingKeys> {
  const path = join(home.root, 'naming.json');
  const kept = readJson<NamingKeys>(path);
  // An organisation that joined since then gets its key beside the others'.
  const named = NAMING_ORGANISATIONS.every((organisation) => kept?.linkage[organisation] !== undefined);
  const secrets = [
    join(home.secrets('linkage'), `t-${FIRST_GENERATION}.json`),
    join(home.secrets('key-authority'), `k-${FIRST_GENERATION}.key`),
  ];
  if (kept && named && secrets.every((file) => existsSync(file))) return kept;

  const run = async (module: string, ...args: string[]) => JSON.parse(await runModule(module, args, { signal })) as NamingKeys;
  const tagging = await run(
    'subgraphs/linkage/names/create-tagging-keys.js',
    FIRST_GENERATION,
    NAMING_ORGANISATIONS.join(','),
    home.secrets('linkage'),
  );
  const authority = await run('key-authority/create-key.js', FIRST_GENERATION, home.secrets('key-authority'));
  const naming: NamingKeys = { generation: FIRST_GENERATION, authority: authority.authority, linkage: tagging.linkage };
  writeJson(path, naming);
  return naming;
}
