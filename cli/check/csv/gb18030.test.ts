import { describe, expect, test } from '@jest/globals';
import { encodeGb18030 } from './gb18030.js';

const decode = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

describe('GB 18030', () => {
  test('known spellings: GBK, a character beyond it, one beyond the basic plane', () => {
    expect(encodeGb18030('缙云A').toString('hex')).toBe('e7c6d4c641');
    expect(encodeGb18030('㐂').toString('hex')).toBe('8139ef31');
    expect(encodeGb18030('𠮷').toString('hex')).toBe('9534b235');
    expect(encodeGb18030('€').toString('hex')).toBe('a2e3');
  });

  test('every character reads back as itself, but for places of private use that the encoding has given to characters', () => {
    const wrong: string[] = [];
    for (let block = 0; block <= 0x10ffff; block += 4096) {
      const characters = Array.from({ length: 4096 }, (_, at) => String.fromCodePoint(block + at)).filter(
        (text) => !/^[\ud800-\udfff]$/.test(text),
      );
      const read = [...decode(encodeGb18030(characters.join('')))];
      for (const [at, text] of characters.entries()) if (read[at] !== text) wrong.push((text.codePointAt(0) as number).toString(16));
    }
    expect(wrong.filter((code) => !/^e[5-8]..$/.test(code))).toEqual([]);
    expect(wrong.length).toBeLessThan(25);
  });

  test('half a character becomes the replacement character', () => {
    expect(decode(encodeGb18030('a\ud842b'))).toBe('a\ufffdb');
  });
});
