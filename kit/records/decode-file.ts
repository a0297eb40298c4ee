import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** Bytes read at once. */
const PIECE = 1 << 18;

/**
 * The text of a file in pieces: UTF-8 (with or without a byte order mark) or else GB 18030. It is read twice, because only its
 * last byte settles which of the two it is.
 *
 * @throws Error naming the file when it is not there, or neither of the two.
 */
export async function* decodeFile(path: string): AsyncGenerator<string> {
  const file = path.replace(/^.*[\\/]/, '');
  const encoding = (await isUtf8File(path, file)) ? 'utf-8' : 'gb18030';
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: PIECE })) yield decoder.decode(bytes, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new Error(`${file} is written neither in UTF-8 nor in GB 18030.`);
    }
    throw error;
  }
}

async function isUtf8File(path: string, file: string): Promise<boolean> {
  let rest: Uint8Array = new Uint8Array(0);
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
      const bytes: Uint8Array = Buffer.concat([rest, piece]);
      const whole = wholeCharacters(bytes);
      if (!isUtf8(bytes.subarray(0, whole))) return false;
      rest = bytes.subarray(whole);
    }
  } catch {
    throw new Error(`${file} is not in the folder, or may not be read.`);
  }
  return rest.length === 0;
}

/** How many bytes from the start hold no character that breaks off at the end. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (length > 0) return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
