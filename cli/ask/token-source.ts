import { decodeJwt } from 'jose';

/** Seconds before its end at which a token is not used any more: longer than a question takes. */
const MARGIN = 90;

/** An access token for many questions: the same one until shortly before it ends. `get` is asked for one at a time. */
export function createTokenSource(get: () => Promise<string>, now: () => number = Date.now): () => Promise<string> {
  let current: { readonly token: Promise<string>; ends: number } | undefined;
  return async () => {
    if (!current || current.ends - MARGIN < now() / 1000) {
      const asked = { token: get(), ends: Number.POSITIVE_INFINITY };
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
