import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { isEntryModule } from '../runtime/entry-module.js';
import { openSecrets } from '../runtime/secrets.js';
import { namingKeyId } from '../schema/registry/naming-key-id.js';
import type { NamingKeys } from '../schema/registry/registry.js';
import { publicKeyOf } from './evaluate.js';

/**
 * Makes the authority's key k of a generation, in `k-<generation>.key` (mode 0600). A key that is there stays.
 *
 * @returns the public values the registry names.
 */
export async function createKey(generation: string, secretsDir: string): Promise<Pick<NamingKeys, 'generation' | 'authority'>> {
  if (!/^\d{1,6}$/.test(generation)) throw new Error('A generation is a number of at most six digits.');
  await sodium.ready;
  const name = `k-${generation}.key`;
  mkdirSync(secretsDir, { recursive: true, mode: 0o700 });
  if (!existsSync(join(secretsDir, name))) {
    const key = sodium.crypto_core_ristretto255_scalar_reduce(randomBytes(64));
    writeFileSync(join(secretsDir, name), `${Buffer.from(key).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  }
  const publicKey = await publicKeyOf(openSecrets(secretsDir).key(name));
  return { generation, authority: { keyId: namingKeyId(publicKey), publicKey } };
}

if (isEntryModule(import.meta.filename)) {
  const [generation, secretsDir] = process.argv.slice(2);
  if (generation === undefined || secretsDir === undefined) {
    process.stderr.write('usage: create-key <generation> <secretsDir>\n');
    process.exitCode = 2;
  } else {
    process.stdout.write(`${JSON.stringify(await createKey(generation, secretsDir))}\n`);
  }
}
