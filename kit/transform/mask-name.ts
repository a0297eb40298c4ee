import { COMPOUND_SURNAMES } from './compound-surnames.js';

const HAN = /^\p{Script=Han}+$/u;
const MASKED = /^\p{L}{0,2}\*\p{Script=Han}?$/u;

/**
 * MASK_NAME, as public notices print names: 王小明 → 王*明, 王明 → 王*, 欧阳明 → 欧阳*, 欧阳小明 → 欧阳*明. The surname stays,
 * the last character stays when something between is hidden, and one star stands for any number. A name in another
 * script keeps its first letter; one of a single character nothing. A masked name stays as it is.
 */
export function maskName(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const name = value.normalize('NFC').replace(/\s+/gu, '');
  if (name === '') return null;
  if (MASKED.test(name)) return name;
  const letters = [...name];
  if (letters.length === 1) return '*';
  if (!HAN.test(name)) return /^\p{L}$/u.test(letters[0] as string) ? `${letters[0]}*` : '*';
  const compound = letters.length > 2 && COMPOUND_SURNAMES.has(letters.slice(0, 2).join(''));
  const surname = letters.slice(0, compound ? 2 : 1);
  return `${surname.join('')}*${letters.length - surname.length > 1 ? letters.at(-1) : ''}`;
}
