import type { Amount } from '../../schema/types/amount.js';
import { decimalOf, fenOf } from '../../schema/values/amount.js';

/** Lower ends of the bands above zero, in fen: each band ends one fen before the next, the last has no end. */
const LADDER: readonly bigint[] = [1n, 50_000n, 100_000n, 200_000n, 500_000n, 1_000_000n, 2_000_000n, 5_000_000n, 10_000_000n];

/**
 * BAND_AMOUNT: 0.01–499.99, 500–999.99, 1,000–1,999.99, 2,000–4,999.99, 5,000–9,999.99, 10,000–19,999.99, 20,000–49,999.99,
 * 50,000–99,999.99, and 100,000 upwards without end. Zero stays zero; below it the bands are mirrored.
 *
 * Sound: what the value may be lies inside; an interval gives the hull of its ends' bands. Bands do not overlap, so that
 * banding twice changes nothing. A refund of 100,000 and more has no lower end, which `Amount` cannot say: null.
 */
export function bandAmount(value: unknown): Amount | null {
  if (typeof value !== 'object' || value === null) return null;
  const { min: low, max: high } = value as Partial<Amount>;
  if (!isDecimal(low) || !(high === null || isDecimal(high))) return null;
  const [from, to] = [fenOf(low), high === null ? null : fenOf(high)];
  if (to !== null && from > to) return null;
  const min = bandOf(from)?.min;
  const max = to === null ? null : bandOf(to)?.max;
  return min === undefined || max === undefined ? null : { min: decimalOf(min), max: max === null ? null : decimalOf(max) };
}

/** At most 15 digits of yuan: more is no amount of money, and a bound keeps parsing cheap. */
const isDecimal = (text: unknown): text is string => typeof text === 'string' && /^-?(0|[1-9]\d{0,14})\.\d{2}$/.test(text);

function bandOf(fen: bigint): { readonly min: bigint; readonly max: bigint | null } | undefined {
  if (fen === 0n) return { min: 0n, max: 0n };
  if (fen < 0n) {
    const mirrored = bandOf(-fen);
    return mirrored && mirrored.max !== null ? { min: -mirrored.max, max: -mirrored.min } : undefined;
  }
  const at = LADDER.findLastIndex((step) => step <= fen);
  const next = LADDER[at + 1];
  return { min: LADDER[at] ?? 1n, max: next === undefined ? null : next - 1n };
}
