import { PURPOSES } from '../schema/vocabulary/purposes.js';
import { isCode } from '../schema/vocabulary/term.js';

/**
 * Whether a proof that was not accepted names one known purpose at least. Tells an honest client what is wrong with its
 * proof; nothing is allowed by it, so the proof need not be genuine.
 */
export function namesOnePurpose(proof: string): boolean {
  const payload = proof.split('.')[1];
  if (!payload) return true;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { purpose?: unknown } | null;
    return isCode(PURPOSES, claims?.purpose);
  } catch {
    return true;
  }
}
