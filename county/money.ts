/** Yuan with two decimals. */
export const yuan = (amount: number): string => amount.toFixed(2);

/** Whole fen as yuan with two decimals; zero has no sign. */
export function fenText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
