import { setImmediate } from 'node:timers/promises';
import sodium from 'libsodium-wrappers-sumo';
import { Refusal } from '../schema/errors.js';

const ELEMENT_BYTES = 32;
/** Elements multiplied in one turn of the event loop (80 µs each). */
const SLICE = 50;
const FORM = /^[A-Za-z0-9_-]{43}$/;

/** Reads a point: 32 bytes in their one base64url spelling, canonically encoded, not the identity. @throws Refusal POINT_NOT_VALID */
function readElement(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64url');
  const valid =
    FORM.test(text) &&
    bytes.length === ELEMENT_BYTES &&
    bytes.toString('base64url') === text &&
    // libsodium calls the identity a valid point.
    !sodium.is_zero(bytes) &&
    sodium.crypto_core_ristretto255_is_valid_point(bytes);
  if (!valid) throw new Refusal('POINT_NOT_VALID');
  return bytes;
}

/**
 * Multiplies elements by the authority's key, in their order; other requests get their turn in between.
 *
 * @throws Refusal POINT_NOT_VALID when any element is bad, before the first is multiplied.
 */
export async function evaluate(key: Uint8Array, elements: readonly string[]): Promise<string[]> {
  await sodium.ready;
  const points = elements.map(readElement);
  const evaluated: string[] = [];
  for (const [at, point] of points.entries()) {
    if (at > 0 && at % SLICE === 0) await setImmediate();
    evaluated.push(Buffer.from(sodium.crypto_scalarmult_ristretto255(key, point)).toString('base64url'));
  }
  return evaluated;
}

/** k·G, base64url. @throws Error when the bytes are not a canonical scalar other than zero. */
export async function publicKeyOf(key: Uint8Array): Promise<string> {
  await sodium.ready;
  const wide = new Uint8Array(2 * ELEMENT_BYTES);
  wide.set(key);
  const reduced = sodium.crypto_core_ristretto255_scalar_reduce(wide);
  if (key.length !== ELEMENT_BYTES || !Buffer.from(reduced).equals(Buffer.from(key))) throw new Error('not a canonical scalar');
  return Buffer.from(sodium.crypto_scalarmult_ristretto255_base(key)).toString('base64url');
}
