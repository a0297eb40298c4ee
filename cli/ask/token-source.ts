import { decodeJwt } from 'jose';
import { getDevelopmentToken } from './get-token.js';

/** Seconds before its end at which a token is not used any more: longer than a question takes. */
const MARGIN = 90;

/** Access tokens of the development issuer for one user and key: the same one until shortly before it ends. */
export function createTokenSource(issuer: string, user: string, keyPair: CryptoKeyPair): () => Promise<string> {
  let current: { readonly token: Promise<string>; ends: number } | undefined;
  return async () => {
    if (!current || current.ends - MARGIN < Date.now() / 1000) {
      const asked = { token: getDevelopmentToken(issuer, user, keyPair), ends: Number.POSITIVE_INFINITY };
      current = asked;
      try {
        asked.ends = decodeJwt(await asked.token).exp ?? 0;
      } catch (error) {
        current = undefined;
        throw error;
      }
    }
    return current.token;
  };
}
