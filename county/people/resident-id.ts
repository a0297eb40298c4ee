import { compactDate, type Day } from '../calendar.js';
import type { Sex } from './person.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The 18th character of a resident ID number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return '10X98765432'[sum % 11] as string;
}

/** The 15-digit number the same person had before 1999; only for births before 2000. */
export const legacyNumber = (idNumber: string): string => idNumber.slice(0, 6) + idNumber.slice(8, 17);

/** Hands out resident ID numbers, none twice. Region codes must be 999xxx, which GB/T 2260 has never assigned. */
export class ResidentIds {
  readonly #given = new Map<string, number>();

  /** @throws Error when the region code could be a real one, or its 500 numbers of the day are used up. */
  issue(region: string, birth: Day, sex: Sex): string {
    if (!/^999\d{3}$/.test(region)) throw new Error(`${region} may be a real region`);
    const head = region + compactDate(birth);
    const given = this.#given.get(head + sex) ?? 0;
    if (given >= 500) throw new Error(`no number left for ${head}`);
    this.#given.set(head + sex, given + 1);
    // Real sequence numbers of a day do not start at 1; spread them without spending randomness.
    const place = (Math.abs(birth) * 167 + given) % 500;
    const first17 = head + String(place * 2 + (sex === 'M' ? 1 : 0)).padStart(3, '0');
    return first17 + checkCharacter(first17);
  }
}
