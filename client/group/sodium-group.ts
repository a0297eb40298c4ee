import sodium from 'libsodium-wrappers-sumo';
import { expandMessage } from './expand-message.js';
import { ELEMENT_BYTES, type Group, HASH_TO_GROUP_DST } from './group.js';

/** The group on libsodium (Node): constant-time multiplication, for keys that live long. */
export async function sodiumGroup(): Promise<Group> {
  await sodium.ready;
  const isElement = (bytes: Uint8Array): boolean =>
    bytes.length === ELEMENT_BYTES &&
    // libsodium calls the identity a valid point.
    !sodium.is_zero(bytes) &&
    sodium.crypto_core_ristretto255_is_valid_point(bytes);
  return {
    isElement,
    hashToGroup: (input) => sodium.crypto_core_ristretto255_from_hash(expandMessage(input, HASH_TO_GROUP_DST)),
    multiply: (scalar, point) => {
      if (!isElement(point)) throw new Error('not an element of the group');
      return sodium.crypto_scalarmult_ristretto255(scalar, point);
    },
    invert: (scalar) => sodium.crypto_core_ristretto255_scalar_invert(scalar),
    scalarFrom: (random) => sodium.crypto_core_ristretto255_scalar_reduce(random),
  };
}
