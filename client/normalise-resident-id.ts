/** A resident ID number in its one spelling: 18 characters, checked. Made by normaliseResidentId only. */
export type ResidentId = string & { readonly residentId: unique symbol };

/** Why a text is not a resident ID number. */
export type ResidentIdProblem = 'EMPTY' | 'CHARACTERS' | 'LENGTH' | 'DATE' | 'CHECKSUM';

const MESSAGES: Readonly<Record<ResidentIdProblem, string>> = {
  EMPTY: 'The ID number is empty.',
  CHARACTERS: 'The ID number holds other characters than digits and a final X.',
  LENGTH: 'An ID number has 18 characters, or 15 in its old form.',
  DATE: 'The birth date in the ID number is not a possible one.',
  CHECKSUM: 'The last character does not fit the others: a digit is wrong or two are swapped.',
};

/** A text that is not a resident ID number. Neither message nor fields hold any of the text. */
export class ResidentIdError extends Error {
  readonly problem: ResidentIdProblem;

  constructor(problem: ResidentIdProblem) {
    super(MESSAGES[problem]);
    this.name = 'ResidentIdError';
    this.problem = problem;
  }
}

const FULL_WIDTH_ZERO = 0xff10;
/** Blanks, invisible characters (Cf: zero width, direction marks, soft hyphen), dashes and minus signs. */
const SEPARATORS = /[\s\p{Cf}\p{Pd}\u2212]/gu;
const FULL_WIDTH_DIGITS = /[\uff10-\uff19]/g;
/** x, full-width X and x, and the Roman ten that Chinese input methods offer. */
const X_SPELLINGS = /[x\uff38\uff58\u2169\u2179]/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const OLDEST_YEAR = 1870;
const CHINA_OFFSET = 8 * 3_600_000;

/**
 * Brings any usual spelling of a resident ID number (GB 11643-1999) to one: 15-digit numbers get their century (19)
 * and check character, `x` becomes `X`, full-width characters become ASCII, blanks and hyphens go. Checks birth date
 * and check character (ISO 7064 MOD 11-2); the area code is not looked up.
 *
 * @throws ResidentIdError
 */
export function normaliseResidentId(text: string, now: Date = new Date()): ResidentId {
  const bare = text
    .replace(SEPARATORS, '')
    .replace(FULL_WIDTH_DIGITS, (digit) => String(digit.charCodeAt(0) - FULL_WIDTH_ZERO))
    .replace(X_SPELLINGS, 'X');
  if (bare === '') throw new ResidentIdError('EMPTY');
  if (!/^\d+X?$/.test(bare)) throw new ResidentIdError('CHARACTERS');
  const legacy = bare.length === 15;
  if (!legacy && bare.length !== 18) throw new ResidentIdError('LENGTH');
  if (legacy && bare.endsWith('X')) throw new ResidentIdError('CHARACTERS');

  const body = legacy ? `${bare.slice(0, 6)}19${bare.slice(6)}` : bare.slice(0, 17);
  if (!isBirthDate(body.slice(6, 14), now)) throw new ResidentIdError('DATE');
  const check = checkCharacter(body);
  if (!legacy && bare[17] !== check) throw new ResidentIdError('CHECKSUM');
  return `${body}${check}` as ResidentId;
}

function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return CHECK_CHARACTERS[sum % 11] as string;
}

function isBirthDate(digits: string, now: Date): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= OLDEST_YEAR && date.getTime() <= now.getTime() + CHINA_OFFSET;
}
