import { calculateJwkThumbprint, exportJWK } from 'jose';

/** A fresh ES256 key pair for access tokens and proofs; its private part cannot be taken out of the process. */
export const createAskerKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

/** RFC 7638 thumbprint of the public key: `cnf.jkt` of the access tokens bound to it. */
export const thumbprintOf = async (keyPair: CryptoKeyPair): Promise<string> => calculateJwkThumbprint(await exportJWK(keyPair.publicKey));
