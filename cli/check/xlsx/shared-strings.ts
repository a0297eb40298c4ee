import type { Package } from './open-package.js';
import { parseXml } from './parse-xml.js';

/** The texts of a workbook by their numbers. */
export interface SharedStrings {
  get(index: number): string;
}

/** Reads the table of texts into one block of bytes: two million of them take 50 MB instead of 200. */
export async function readSharedStrings(parts: Package, name: string | undefined): Promise<SharedStrings> {
  const table = new Table();
  if (name !== undefined) for await (const _ of parseXml(await parts.read(name), new StringReader((text) => table.add(text))));
  return table;
}

class Table implements SharedStrings {
  private bytes = Buffer.alloc(1 << 16);
  private readonly ends: number[] = [];

  add(text: string): void {
    const start = this.ends.at(-1) ?? 0;
    const end = start + Buffer.byteLength(text);
    while (end > this.bytes.length) this.bytes = Buffer.concat([this.bytes], this.bytes.length * 2);
    this.bytes.write(text, start);
    this.ends.push(end);
  }

  get(index: number): string {
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index] ?? 0);
  }
}

/** Collects the text of `si`: plain or in runs, without the phonetic hints beside it. */
class StringReader {
  private parts = '';
  private inText = false;
  private inHint = false;

  constructor(private readonly found: (text: string) => void) {}

  open(name: string): void {
    if (name === 'si') this.parts = '';
    else if (name === 'rPh') this.inHint = true;
    else if (name === 't') this.inText = !this.inHint;
  }

  text(text: string): void {
    if (this.inText) this.parts += text;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.inHint = false;
    else if (name === 'si') this.found(unescapeText(this.parts));
  }
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376, ST_Xstring). */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
