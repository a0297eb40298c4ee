import { ConfigurationError } from '../runtime/read-config.js';
import type { Secrets } from '../runtime/secrets.js';
import type { RegistryView } from '../schema/registry/read-registry.js';
import { publicKeyOf } from './evaluate.js';

/**
 * Reads k for every generation the registry names and checks it against the registry's public value.
 *
 * @throws ConfigurationError naming every key that is missing or another than the registry's.
 */
export async function loadKeys(registry: RegistryView, secrets: Secrets): Promise<ReadonlyMap<string, Uint8Array>> {
  const problems: string[] = [];
  const keys = new Map<string, Uint8Array>();
  for (const { generation, authority } of registry.naming) {
    try {
      const key = secrets.key(`k-${generation}.key`);
      if ((await publicKeyOf(key)) === authority.publicKey) keys.set(generation, key);
      else problems.push(`secret k-${generation}.key is not the key the registry names`);
    } catch {
      problems.push(`secret k-${generation}.key is missing or not a key`);
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return keys;
}
