import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { encodings } = JSON.parse(readFileSync(join('client', 'vectors', 'bad-elements.json'), 'utf8')) as {
  encodings: Record<string, string>;
};
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Texts no evaluator may accept, by what is wrong with them: bad encodings of points, and second spellings of `good`. */
export function badTexts(good: string): [string, string][] {
  const last = ALPHABET[ALPHABET.indexOf(good.at(-1) as string) + 1] as string;
  return [
    ...Object.entries(encodings).map(([name, hex]): [string, string] => [name, Buffer.from(hex, 'hex').toString('base64url')]),
    ['padded', `${good}=`],
    ['second spelling of its last bits', `${good.slice(0, -1)}${last}`],
    ['with a blank', ` ${good}`],
    ['in hexadecimal', Buffer.from(good, 'base64url').toString('hex')],
  ];
}
