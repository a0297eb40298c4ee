import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import type { NamingKeys, Organisation, Registry, SignedRegistry } from '../../schema/registry/registry.js';
import { keyIdOf, signRegistry } from '../../schema/registry/sign-registry.js';
import { readJson, writeJson, writePrivate } from '../home/files.js';
import type { Home } from '../home/paths.js';
import { addressOf } from '../house/processes.js';
import { DEVELOPMENT_ORGANISATIONS } from './development-organisations.js';
import type { PublicKeys } from './make-secrets.js';

/** Public GraphQL address of the gateway: `aud` of tokens, `htu` of proofs. */
export const audienceOf = (gatewayPort: number): string => `${addressOf('gateway', gatewayPort)}/graphql`;

/**
 * Writes the development registry, signed with the development root key. When nothing changed the file stays as it is;
 * else its version goes up by one.
 */
export function makeRegistry(home: Home, gatewayPort: number, naming: NamingKeys, keys: PublicKeys, now: Date): void {
  const root = createPrivateKey(readFileSync(join(home.secrets('registry'), 'root.key')));
  const auditor = createPublicKey(createPrivateKey(readFileSync(join(home.secrets('auditor'), 'evidence.key'))));
  const issuer = addressOf('issuer', gatewayPort);
  const content: Omit<Registry, 'version' | 'issuedAt'> = {
    county: { name: { zh: '青岚县', en: 'Qinglan County' }, timeZone: 'Asia/Shanghai' },
    audience: audienceOf(gatewayPort),
    issuers: [{ issuer, jwksUri: `${issuer}/jwks`, organisations: DEVELOPMENT_ORGANISATIONS.map(({ id }) => id), development: true }],
    organisations: DEVELOPMENT_ORGANISATIONS.map((entry): Organisation => {
      const enrolmentKey = keys.enrolment[entry.id];
      return enrolmentKey === undefined ? entry : { ...entry, enrolmentKey };
    }),
    naming: [naming],
    auditor: { keyId: keyIdOf(auditor), publicKey: auditor.export({ type: 'spki', format: 'der' }).toString('base64url') },
  };
  const kept = readJson<SignedRegistry>(home.registry)?.registry;
  const { version = 0, issuedAt, ...before } = kept ?? {};
  if (kept === undefined || canonicalize(before) !== canonicalize(content)) {
    writeJson(home.registry, signRegistry({ ...content, version: version + 1, issuedAt: now.toISOString() }, root));
  }
  writePrivate(home.registryKey, createPublicKey(root).export({ type: 'spki', format: 'pem' }).toString());
}
