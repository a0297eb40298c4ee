/** The value below which a share `q` of the values lies, by nearest rank. @throws Error without values. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
  if (value === undefined) throw new Error('there is nothing to take a quantile of');
  return value;
}
