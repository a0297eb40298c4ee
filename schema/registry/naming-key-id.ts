import { createHash } from 'node:crypto';

/** Short name of a naming key: the first 16 base64url characters of SHA-256 over its public point's bytes. */
export function namingKeyId(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url').slice(0, 16);
}
