/**
 * Finds resident ID numbers (GB 11643) in text, however they are spelt: full-width or other digits, escapes of JSON,
 * GraphQL and URLs, separators between digits, letters around, the 18-digit form, the 20-digit disability card that
 * begins with one, and the 15-digit form where nothing else is plausible.
 *
 * A number counts when its region and date of birth can be and, for 18 digits, its check digit fits: one of 50,000
 * random numerals of that length would. Refs, digests, tokens and timestamps therefore pass, and UUIDs, whose form nobody
 * gives a number. Numbers hidden on purpose (base64, words, one digit per field, a UUID) are not found; nothing that receives
 * a request logs it either.
 */
export function holdsResidentId(text: string): boolean {
  if (text.length < 15) return false;
  // A colon ends a run of digits.
  const plain = (PLAIN.test(text) ? text : unfold(text)).replace(UUID, ':');
  for (const run of plain.matchAll(RUN)) {
    const groups = [...run[0].matchAll(GROUP)].map((group) => ({ text: group[0], at: run.index + group.index }));
    if (holdsLong(groups.map((group) => group.text)) || holdsShort(groups, plain)) return true;
  }
  return false;
}

/** Digits without a separator between them, and where in the text they stand. */
interface Group {
  readonly text: string;
  readonly at: number;
}

/** Text without anything that could stand for another character. */
const PLAIN = /^[\x20-\x24\x26-\x5b\x5d-\x7e\n\r\t]*$/;
/** RFC 9562, with a letter in it. Of its last groups one in millions could be region, date, check digit and a card's two digits. */
const UUID = /(?<![0-9a-z-])(?=[\d-]*[a-f])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-z-])/gi;
const SEPARATOR = String.raw`[\s\p{Cf}\p{Pd}.,·_/'|]`;
/** At least 15 digits with at most three separators between two of them; `:` ends a run, or times would be numbers. */
const RUN = new RegExp(String.raw`\d(?:${SEPARATOR}{0,3}\d){14,}(?:${SEPARATOR}{0,3}[xX])?`, 'gu');
const GROUP = /[\dxX]+/g;

const ESCAPE = /\\u\{?0*([0-9a-f]{2,5})\}?/gi;
const ZEROS = digitZeros();

/** Undoes escapes and brings digits and letters of any width or script to ASCII. */
function unfold(text: string): string {
  let plain = text;
  if (plain.includes('%')) plain = decodePercent(plain);
  if (plain.includes('\\')) {
    // First of all, and in one pass: a pattern that begins with `\\+` takes seconds for a text of backslashes.
    plain = plain.replace(/\\{2,}/g, '\\');
    plain = plain.replace(ESCAPE, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
    plain = plain.replace(/\\[nrt]/g, ' ').replaceAll('\\', '');
  }
  return plain.normalize('NFKC').replace(/(?!\d)\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) as number;
    const zero = ZEROS.findLast((start) => start <= point);
    return zero === undefined ? digit : String(point - zero);
  });
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'));
}

/** First code point of every run of ten decimal digits (Unicode general category Nd). */
function digitZeros(): number[] {
  const zeros: number[] = [];
  for (let point = 0x30; point < 0x1fbff; point += 1) {
    if (/\p{Nd}/u.test(String.fromCodePoint(point))) {
      zeros.push(point);
      point += 9;
    }
  }
  return zeros;
}

/** Whether 18 characters that begin or end with a group are a number. */
function holdsLong(groups: readonly string[]): boolean {
  const all = groups.join('');
  let at = 0;
  for (const group of groups) {
    if (isLong(all.slice(at, at + 18)) || isLong(all.slice(at + group.length - 18, at + group.length))) return true;
    at += group.length;
  }
  return false;
}

/** Whether a group of exactly 15 digits, or groups of 6, 6 and 3, are a number of the old form. */
function holdsShort(groups: readonly Group[], text: string): boolean {
  return groups.some((group, index) => {
    const [, second, third] = groups.slice(index, index + 3);
    const split = group.text.length === 6 && second?.text.length === 6 && third?.text.length === 3;
    const digits = split ? group.text + second.text + third.text : group.text;
    if (!/^\d{15}$/.test(digits) || !isRegion(digits) || !isDate(`19${digits.slice(6, 12)}`)) return false;
    // In a token that goes on, or that is not letters before digits, 15 digits are a piece of a digest or identifier.
    const before = text.slice(Math.max(0, group.at - LONGEST_PREFIX), group.at);
    const after = text.charAt(group.at + 15);
    return split || (/(?:^|[^0-9A-Za-z-])[A-Za-z_]*$/.test(before) && !/[0-9A-Za-z]/.test(after));
  });
}

const LONGEST_PREFIX = 40;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

function isLong(text: string): boolean {
  if (!/^\d{17}[\dxX]$/.test(text) || !isRegion(text) || !isDate(text.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK[sum % 11] === text[17]?.toUpperCase();
}

/** First two digits: provinces of GB/T 2260, residence permits 81–83, foreigners' and synthetic numbers 9x. */
const isRegion = (digits: string): boolean => /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/.test(digits);

function isDate(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  if (year < 1880 || year > 2099) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
