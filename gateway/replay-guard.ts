import { PROOF_WINDOW } from '../schema/wire/proof.js';

/** Remembers which proofs were used, for as long as each could be accepted again. */
export interface ReplayGuard {
  /** Marks a proof as used. @returns whether it was the first time. */
  first(jkt: string, jti: string, now: Date): boolean;
}

/** A proof is accepted for PROOF_WINDOW seconds on either side of its `iat`. */
const LIFE = 2 * PROOF_WINDOW * 1000;

/** Makes the memory of one process. Two generations, so that forgetting costs nothing per request. */
export function createReplayGuard(): ReplayGuard {
  let young = new Set<string>();
  let old = new Set<string>();
  let since = Number.NEGATIVE_INFINITY;
  return {
    first(jkt, jti, now) {
      if (now.getTime() - since > LIFE) {
        old = young;
        young = new Set();
        since = now.getTime();
      }
      const name = `${jkt} ${jti}`;
      if (young.has(name) || old.has(name)) return false;
      young.add(name);
      return true;
    },
  };
}
