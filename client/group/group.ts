/**
 * The prime-order group ristretto255 (RFC 9496) as names need it. Points and scalars are their 32-byte encodings.
 *
 * Two implementations: libsodium, for keys that live long, and @noble/curves, for browsers and independent checks.
 */
export interface Group {
  /** HashToGroup of RFC 9497 §4.1 in mode 0x01 (VOPRF). */
  hashToGroup(input: Uint8Array): Uint8Array;
  /** Whether the bytes are the canonical encoding of a point other than the identity. */
  isElement(bytes: Uint8Array): boolean;
  /** scalar · point. @throws Error when the point is not an element or the scalar is zero. */
  multiply(scalar: Uint8Array, point: Uint8Array): Uint8Array;
  /** Multiplicative inverse. @throws Error when the scalar is zero. */
  invert(scalar: Uint8Array): Uint8Array;
  /** A scalar, statistically uniform, from 64 random bytes. */
  scalarFrom(random: Uint8Array): Uint8Array;
}

/** Length of an encoded point or scalar, in bytes. */
export const ELEMENT_BYTES = 32;

/** DST of HashToGroup: "HashToGroup-" ‖ contextString of mode 0x01 (RFC 9497 §3.1, §4.1). */
export const HASH_TO_GROUP_DST = 'HashToGroup-OPRFV1-\u0001-ristretto255-SHA512';
