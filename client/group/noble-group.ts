import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js';
import { ELEMENT_BYTES, type Group, HASH_TO_GROUP_DST } from './group.js';

const { Point } = ristretto255;
const { Fn } = Point;

function fromWide(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let at = bytes.length - 1; at >= 0; at--) value = (value << 8n) | BigInt(bytes[at] as number);
  return value;
}

function elementOf(bytes: Uint8Array): InstanceType<typeof Point> | undefined {
  if (bytes.length !== ELEMENT_BYTES) return undefined;
  try {
    const point = Point.fromBytes(bytes);
    return point.is0() ? undefined : point;
  } catch {
    return undefined;
  }
}

/**
 * The group on @noble/curves: for browsers, whose scalars are used once, and for independent checks. Not for keys
 * that live long: its multiplication of other points than the base is not blinded.
 */
export const nobleGroup: Group = {
  isElement: (bytes) => elementOf(bytes) !== undefined,
  hashToGroup: (input) => ristretto255_hasher.hashToCurve(input, { DST: HASH_TO_GROUP_DST }).toBytes(),
  multiply: (scalar, point) => {
    const element = elementOf(point);
    if (!element) throw new Error('not an element of the group');
    return element.multiply(Fn.fromBytes(scalar)).toBytes();
  },
  invert: (scalar) => Fn.toBytes(Fn.inv(Fn.fromBytes(scalar))),
  scalarFrom: (random) => Fn.toBytes(Fn.create(fromWide(random))),
};
