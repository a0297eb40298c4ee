import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { CommandError } from '../../language.js';
import { damaged } from './open-package.js';

/** What is told of one part. Names come without their prefix. */
export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text between two tags, whole. */
  text?(text: string): void;
  close?(name: string): void;
}

/** Characters between two tags: 30 times what a cell may hold. */
const LONGEST_TEXT = 1_000_000;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part of an xlsx file to its end, in bounded memory. Yields after every piece that was read, so that the caller can
 * take what `reader` collected. Entities are not expanded, nothing outside is loaded.
 *
 * @throws CommandError when the part is not well-formed.
 */
export async function* parseXml(part: Readable, reader: XmlReader): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser({ xmlns: false, position: false });
  let text = '';
  const endText = () => {
    if (text !== '') reader.text?.(text);
    text = '';
  };
  parser.on('opentag', ({ name, attributes }) => {
    endText();
    reader.open?.(localName(name), attributes);
  });
  parser.on('text', (piece) => {
    text += piece;
    if (text.length > LONGEST_TEXT) throw damaged();
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    endText();
    reader.close?.(localName(name));
  });
  try {
    for await (const chunk of part) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    // The parser's message quotes the file.
    throw damaged();
  } finally {
    part.destroy();
  }
}

/** Reads a part whole, when only what `reader` collects is wanted. */
export async function readXml(part: Readable, reader: XmlReader): Promise<void> {
  for await (const _ of parseXml(part, reader));
}

const SPECIAL = /[&<>"\r]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 cannot hold
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
/** A carriage return would be read as a line feed. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Text as it stands in XML. */
export const escapeXml = (text: string): string => text.replace(NO_XML, '').replace(SPECIAL, (character) => ESCAPES[character] as string);
