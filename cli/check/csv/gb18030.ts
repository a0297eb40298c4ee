/**
 * GB 18030 bytes of a text. Node decodes this encoding and does not write it, so the table is the decoder's own, read
 * backwards: what this writes, the decoder reads as the same text. Where two spellings mean one character, the shorter is
 * written. Unpaired surrogates, and the score of private places that the decoder never yields, become U+FFFD.
 */
export function encodeGb18030(text: string): Buffer {
  table ??= makeTable();
  const bytes = Buffer.allocUnsafe(text.length * 4);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) as number;
    if (code > 0xffff) at++;
    if (code < 0x80) bytes[length++] = code;
    else {
      const spelling = code > 0xffff ? fourBytes(SUPPLEMENTARY + code - 0x10000) : (table[code] as number) || (table[0xfffd] as number);
      if (spelling > 0xffff) {
        bytes.writeUInt32BE(spelling, length);
        length += 4;
      } else {
        bytes.writeUInt16BE(spelling, length);
        length += 2;
      }
    }
  }
  return bytes.subarray(0, length);
}

/** Spelling of each character up to U+FFFF, two or four bytes as a number; 0 for what has none. */
let table: Uint32Array | undefined;

/** Place of U+10000 among the four-byte spellings, and how many of them lie below it in the first planes. */
const SUPPLEMENTARY = 189_000;
const BASIC = 39_420;

function makeTable(): Uint32Array {
  const made = new Uint32Array(0x10000);
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const learn = (spelling: number, bytes: Buffer) => {
    const text = decoder.decode(bytes);
    const code = text.charCodeAt(0);
    if (text.length === 1 && made[code] === 0) made[code] = spelling;
  };
  const bytes = Buffer.alloc(4);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const spelling = lead * 256 + trail;
      bytes.writeUInt16BE(spelling);
      learn(spelling, bytes.subarray(0, 2));
    }
  }
  for (let place = 0; place < BASIC; place++) {
    const spelling = fourBytes(place);
    bytes.writeUInt32BE(spelling);
    learn(spelling, bytes);
  }
  return made;
}

function fourBytes(place: number): number {
  const [last, third, second] = [place % 10, Math.floor(place / 10) % 126, Math.floor(place / 1260) % 10];
  const first = Math.floor(place / 12_600);
  return (((0x81 + first) * 256 + 0x30 + second) * 256 + 0x81 + third) * 256 + 0x30 + last;
}
