import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { isEntryModule } from '../../../runtime/entry-module.js';
import { namingKeyId } from '../../../schema/registry/naming-key-id.js';
import type { NamingKeys } from '../../../schema/registry/registry.js';
import { parseTaggingKeys } from './parse-tagging-keys.js';

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/**
 * Makes linkage's tagging keys of a generation in `t-<generation>.json` (mode 0600). Keys that are there stay;
 * organisations without one get one.
 *
 * @returns the public values the registry names, for the organisations given.
 */
export async function createTaggingKeys(
  generation: string,
  organisations: readonly string[],
  secretsDir: string,
): Promise<Pick<NamingKeys, 'generation' | 'linkage'>> {
  if (!/^\d{1,6}$/.test(generation)) throw new Error('A generation is a number of at most six digits.');
  await sodium.ready;
  const path = join(secretsDir, `t-${generation}.json`);
  mkdirSync(secretsDir, { recursive: true, mode: 0o700 });
  const scalars = new Map(existsSync(path) ? parseTaggingKeys(readFileSync(path, 'utf8')) : []);
  const missing = organisations.filter((organisation) => !scalars.has(organisation));
  for (const organisation of missing) scalars.set(organisation, sodium.crypto_core_ristretto255_scalar_reduce(randomBytes(64)));
  if (missing.length > 0) {
    const content = JSON.stringify(Object.fromEntries([...scalars].map(([organisation, scalar]) => [organisation, encode(scalar)])));
    writeFileSync(`${path}.new`, `${content}\n`, { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  }
  const linkage = organisations.map((organisation) => {
    const publicKey = encode(sodium.crypto_scalarmult_ristretto255_base(scalars.get(organisation) as Uint8Array));
    return [organisation, { keyId: namingKeyId(publicKey), publicKey }] as const;
  });
  return { generation, linkage: Object.fromEntries(linkage) };
}

if (isEntryModule(import.meta.filename)) {
  const [generation, organisations, secretsDir] = process.argv.slice(2);
  if (generation === undefined || organisations === undefined || secretsDir === undefined) {
    process.stderr.write('usage: create-tagging-keys <generation> <organisation,organisation,…> <secretsDir>\n');
    process.exitCode = 2;
  } else {
    const ids = organisations.split(',').filter((id) => id !== '');
    process.stdout.write(`${JSON.stringify(await createTaggingKeys(generation, ids, secretsDir))}\n`);
  }
}
