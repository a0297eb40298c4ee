import { createHash } from 'node:crypto';

const BLOCK_BYTES = 128;
const OUTPUT_BYTES = 64;

/** expand_message_xmd with SHA-512 to 64 bytes (RFC 9380 §5.3.1). `dst` is at most 255 bytes. */
export function expandMessage(message: Uint8Array, dst: string): Uint8Array {
  const tag = Buffer.from(dst, 'latin1');
  const suffix = Buffer.concat([tag, Buffer.of(tag.length)]);
  const first = createHash('sha512')
    .update(Buffer.alloc(BLOCK_BYTES))
    .update(message)
    .update(Buffer.of(OUTPUT_BYTES >> 8, OUTPUT_BYTES & 0xff, 0))
    .update(suffix)
    .digest();
  return createHash('sha512').update(first).update(Buffer.of(1)).update(suffix).digest();
}
