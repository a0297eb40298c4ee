import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Registry, SignedRegistry } from './registry.js';

/** Short name of a key: the first 16 base64url characters of SHA-256 over its SPKI bytes. */
export function keyIdOf(key: KeyObject): string {
  const spki = (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64url').slice(0, 16);
}

/** The bytes a registry's signature covers (RFC 8785). */
export function registryBytes(registry: Registry): Buffer {
  return Buffer.from(canonicalize(registry) as string, 'utf8');
}

/** Signs a registry with an Ed25519 private key. */
export function signRegistry(registry: Registry, key: KeyObject): SignedRegistry {
  return {
    registry,
    signature: { keyId: keyIdOf(key), value: sign(null, registryBytes(registry), key).toString('base64url') },
  };
}
