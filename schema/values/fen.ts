/** At most 15 digits of yuan: more is no amount of money, and a bound keeps parsing cheap. */
const DECIMAL = /^-?(0|[1-9]\d{0,14})\.\d{2}$/;

/** Fen (hundredths of a yuan) of a Decimal text such as `1234.50`. @returns undefined for anything else. */
export function parseFen(text: unknown): bigint | undefined {
  return typeof text === 'string' && DECIMAL.test(text) ? BigInt(text.replace('.', '')) : undefined;
}

/** The Decimal text of an amount in fen: two decimals, no grouping. */
export function formatFen(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
