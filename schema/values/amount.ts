/** An interval of yuan as it travels: decimal text, both ends included, null unbounded (see schema/types/amount.ts). */
export interface AmountInterval {
  readonly min: string;
  readonly max: string | null;
}

/** What is known of an amount nobody may say anything about: [0, ∞). */
export const UNKNOWN_AMOUNT: AmountInterval = { min: '0.00', max: null };

/** Fen of a decimal text of two places and at most 30 digits of yuan. @throws Error for any other text, without quoting it. */
export function fenOf(decimal: string): bigint {
  const match = /^(-?)(\d{1,30})\.(\d{2})$/.exec(decimal);
  if (!match) throw new Error('An amount is not a decimal of two places.');
  const fen = BigInt(match[2] + (match[3] as string));
  return match[1] ? -fen : fen;
}

/** Decimal text of fen, two places. */
export function decimalOf(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Sum of intervals: sound, and unbounded as soon as one part is. The empty sum is exactly zero. */
export function sumAmounts(amounts: Iterable<AmountInterval>): AmountInterval {
  let min = 0n;
  let max: bigint | null = 0n;
  for (const amount of amounts) {
    min += fenOf(amount.min);
    max = max === null || amount.max === null ? null : max + fenOf(amount.max);
  }
  return { min: decimalOf(min), max: max === null ? null : decimalOf(max) };
}
