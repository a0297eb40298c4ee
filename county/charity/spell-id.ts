import { checkCharacter, legacyNumber } from '../people/resident-id.js';
import type { Random } from '../random.js';

/** How somebody typed an ID number into a sheet. */
export type IdSpelling = 'PLAIN' | 'LOWER_CASE' | 'FIFTEEN_DIGITS' | 'FULL_WIDTH' | 'BLANKS' | 'TYPING_ERROR' | 'MISSING';

/** A usual way of typing; errors that lose the person are planted only. */
export const drawIdSpelling = (random: Random): IdSpelling =>
  random.weighted<IdSpelling>([
    ['PLAIN', 66],
    ['LOWER_CASE', 12],
    ['FIFTEEN_DIGITS', 6],
    ['FULL_WIDTH', 6],
    ['BLANKS', 10],
  ]);

/** The number as typed. A person without a number stays without. */
export function spellId(random: Random, idNumber: string, spelling: IdSpelling): string {
  if (idNumber === '') return '';
  switch (spelling) {
    case 'PLAIN':
      return idNumber;
    case 'LOWER_CASE':
      return idNumber.toLowerCase();
    case 'FIFTEEN_DIGITS':
      return idNumber.startsWith('19', 6) ? legacyNumber(idNumber) : idNumber;
    case 'FULL_WIDTH':
      return idNumber.replaceAll(/[0-9X]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
    case 'BLANKS': {
      const blank = random.pick([' ', '\u3000']);
      return [idNumber.slice(0, 6), idNumber.slice(6, 14), idNumber.slice(14)].join(blank);
    }
    case 'TYPING_ERROR':
      return mistype(random, idNumber);
    case 'MISSING':
      return '';
  }
}

/** One wrong digit in the sequence: MOD 11-2 always notices it. */
function mistype(random: Random, idNumber: string): string {
  const place = random.integer(14, 16);
  const wrong = String((Number(idNumber[place]) + random.integer(1, 9)) % 10);
  const first17 = idNumber.slice(0, place) + wrong + idNumber.slice(place + 1, 17);
  if (checkCharacter(first17) === idNumber[17]) throw new Error('the checksum did not notice one wrong digit');
  return first17 + idNumber.slice(17);
}
