import { Refusal } from '../../schema/errors.js';
import { KeySealer } from '../../schema/wire/sealed-key.js';
import type { Asking } from '../asking.js';
import { type Question, representedKeys } from './question.js';

/**
 * Opens every key field of a question, before anything is decided or read.
 *
 * @returns the agency's ref for each key.
 * @throws Refusal STATEMENT_REFUSED when one key was not sealed by linkage for this agency, request, asker and purpose.
 */
export function openKeys(question: Question, keyField: string, asking: Asking, sealKey: Buffer): ReadonlyMap<string, string> {
  const { statement, asker, now } = asking;
  const sealer = new KeySealer(sealKey, {
    audience: statement.aud,
    tag: statement.tag,
    organisation: asker.organisation.id,
    purpose: statement.purpose,
  });
  const refs = new Map<string, string>();
  for (const key of representedKeys(question, keyField)) {
    const ref = sealer.open(key, now);
    if (ref === undefined) throw new Refusal('STATEMENT_REFUSED', 'sealed key');
    refs.set(key, ref);
  }
  return refs;
}
