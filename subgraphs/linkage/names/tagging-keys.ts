import sodium from 'libsodium-wrappers-sumo';
import { ConfigurationError } from '../../../runtime/read-config.js';
import type { Secrets } from '../../../runtime/secrets.js';
import type { RegistryView } from '../../../schema/registry/read-registry.js';
import { parseTaggingKeys, type TaggingScalars } from './parse-tagging-keys.js';

/** Linkage's secret scalars t: by generation, then by organisation. */
export type TaggingKeys = ReadonlyMap<string, TaggingScalars>;

/**
 * Reads `t-<generation>.json` of every generation the registry names and checks each scalar against the registry's public value.
 *
 * @throws ConfigurationError naming every key that is missing or another than the registry's.
 */
export async function readTaggingKeys(registry: RegistryView, secrets: Secrets): Promise<TaggingKeys> {
  await sodium.ready;
  const problems: string[] = [];
  const keys = new Map<string, TaggingScalars>();
  for (const { generation, linkage } of registry.naming) {
    const name = `t-${generation}.json`;
    try {
      const scalars = parseTaggingKeys(secrets.text(name));
      for (const [organisation, { publicKey }] of Object.entries(linkage)) {
        const scalar = scalars.get(organisation);
        const found = scalar && Buffer.from(sodium.crypto_scalarmult_ristretto255_base(scalar)).toString('base64url');
        if (found !== publicKey) problems.push(`secret ${name} has not the key the registry names for ${organisation}`);
      }
      keys.set(generation, scalars);
    } catch {
      problems.push(`secret ${name} is missing or not a file of keys`);
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return keys;
}
