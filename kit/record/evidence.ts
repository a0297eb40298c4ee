import { createCipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto';
import type { Registry } from '../../schema/registry/registry.js';

/**
 * Evidence (token and proof) is the same at every agency, so it is stored where only the auditor can read it: encrypted
 * under a key of this process, which itself is sealed to the auditor's X25519 key (ephemeral ECDH, HKDF-SHA256,
 * AES-256-GCM). Nobody at the agency can open it afterwards; the key is new at every start.
 */
export interface EvidenceSealer {
  readonly keyId: string;
  readonly auditorKeyId: string;
  /** The key, sealed to the auditor: 44 bytes SPKI of the ephemeral key, 12 nonce, 32 key, 16 tag. */
  readonly sealedKey: Buffer;
  /** 12 bytes nonce, ciphertext, 16 bytes tag. */
  seal(evidence: string): Buffer;
}

function encrypt(key: Buffer, nonce: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Makes this process's evidence key. */
export function createEvidenceSealer(auditor: Registry['auditor']): EvidenceSealer {
  const recipient = createPublicKey({ key: Buffer.from(auditor.publicKey, 'base64url'), format: 'der', type: 'spki' });
  const ephemeral = generateKeyPairSync('x25519');
  const spki = ephemeral.publicKey.export({ type: 'spki', format: 'der' });
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: recipient });
  const wrap = Buffer.from(hkdfSync('sha256', shared, spki, 'aidgraph:v1:evidence', 32));
  const key = randomBytes(32);
  return {
    keyId: randomBytes(12).toString('base64url'),
    auditorKeyId: auditor.keyId,
    sealedKey: Buffer.concat([spki, encrypt(wrap, randomBytes(12), key)]),
    seal: (evidence) => encrypt(key, randomBytes(12), Buffer.from(evidence, 'utf8')),
  };
}
