import { setImmediate } from 'node:timers/promises';
import sodium from 'libsodium-wrappers-sumo';
import { fromBase64url, toBase64url } from '../../../client/base64url.js';
import { sodiumGroup } from '../../../client/group/sodium-group.js';
import { Refusal } from '../../../schema/errors.js';
import { formatRef, parseRef, type Ref } from '../../../schema/wire/ref.js';
import type { TaggingKeys } from './tagging-keys.js';

/**
 * Turns one organisation's refs into another's: multiplication by t_to · t_from⁻¹. Arithmetic on any point, so a person
 * nobody knows translates like any other, in the same time. A ref of another organisation than `from` gives a ref of nobody.
 */
export interface Translator {
  /** @throws Refusal REF_NOT_VALID or GENERATION_UNKNOWN for what cannot be a person's name. */
  check(ref: string): void;
  /** @throws Refusal REF_NOT_VALID (malformed, or no person's name), GENERATION_UNKNOWN, or UNAVAILABLE for an organisation without key. */
  translate(ref: string, from: string, to: string): string;
  /** Translates a list, in its order; other requests get their turn in between. @throws the same, for the first bad ref. */
  translateAll(refs: readonly string[], from: string, to: string): Promise<string[]>;
}

/** Refs translated in one turn of the event loop (100 µs each). */
const SLICE = 50;

/** Makes the translator of one linkage process. */
export async function createTranslator(keys: TaggingKeys): Promise<Translator> {
  const group = await sodiumGroup();
  const ratios = new Map<string, Uint8Array>();

  function ratio(generation: string, from: string, to: string): Uint8Array {
    const name = JSON.stringify([generation, from, to]);
    let found = ratios.get(name);
    if (!found) {
      const scalars = keys.get(generation);
      const [source, target] = [scalars?.get(from), scalars?.get(to)];
      if (!source || !target) throw new Refusal('UNAVAILABLE', `no tagging key of generation ${generation} for ${source ? to : from}`);
      found = sodium.crypto_core_ristretto255_scalar_mul(target, group.invert(source));
      ratios.set(name, found);
    }
    return found;
  }

  function pointOf(ref: Ref): Uint8Array {
    const point = fromBase64url(ref.point);
    if (!point || !group.isElement(point)) throw new Refusal('REF_NOT_VALID');
    return point;
  }

  function check(text: string): Ref {
    const ref = parseRef(text);
    if (!ref) throw new Refusal('REF_NOT_VALID');
    if (!keys.has(ref.generation)) throw new Refusal('GENERATION_UNKNOWN');
    return ref;
  }

  function translate(text: string, from: string, to: string): string {
    const ref = check(text);
    const scalar = ratio(ref.generation, from, to);
    return formatRef({ generation: ref.generation, point: toBase64url(group.multiply(scalar, pointOf(ref))) });
  }

  return {
    check: (text) => {
      pointOf(check(text));
    },
    translate,
    translateAll: async (refs, from, to) => {
      const translated: string[] = [];
      for (const [at, ref] of refs.entries()) {
        if (at > 0 && at % SLICE === 0) await setImmediate();
        translated.push(translate(ref, from, to));
      }
      return translated;
    },
  };
}
