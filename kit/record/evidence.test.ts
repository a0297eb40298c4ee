import { createDecipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createEvidenceSealer } from './evidence.js';

const auditor = generateKeyPairSync('x25519');
const other = generateKeyPairSync('x25519');

/** As the auditor would, written from the format alone. */
function decrypt(key: Buffer, box: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12)).setAuthTag(box.subarray(-16));
  return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]);
}

function openKey(sealed: Buffer, privateKey: KeyObject): Buffer {
  const spki = sealed.subarray(0, 44);
  const shared = diffieHellman({ privateKey, publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }) });
  return decrypt(Buffer.from(hkdfSync('sha256', shared, spki, 'aidgraph:v1:evidence', 32)), sealed.subarray(44));
}

test('only the auditor opens evidence, and equal evidence looks different', () => {
  const sealer = createEvidenceSealer({
    keyId: 'a',
    publicKey: auditor.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
  });
  const [one, two] = [sealer.seal('token and proof'), sealer.seal('token and proof')];
  expect(one.equals(two)).toBe(false);
  expect(decrypt(openKey(sealer.sealedKey, auditor.privateKey), one).toString()).toBe('token and proof');
  expect(() => openKey(sealer.sealedKey, other.privateKey)).toThrow();
});
