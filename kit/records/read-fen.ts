/**
 * Reads an amount as agencies write it (`3000`, `3,000.00`, `¥3000元`, `0.3万元`) into fen.
 *
 * @returns null when the text is no amount of yuan with at most whole fen; never a guess.
 */
export function readFen(text: string | null | undefined): bigint | null {
  const plain = (text ?? '')
    .normalize('NFKC')
    .replace(/[\s,¥]/g, '')
    .replace(/圆/g, '元');
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?(万)?元?整?$/.exec(plain);
  if (!match) return null;
  const places = match[3] ? 6 : 2;
  const decimals = match[2] ?? '';
  // Anything finer than a fen would be a guess.
  if (/[1-9]/.test(decimals.slice(places))) return null;
  return BigInt(match[1] + decimals.slice(0, places).padEnd(places, '0'));
}
