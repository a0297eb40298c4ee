import { readFen } from '../../kit/records/read-fen.js';
import type { Amount } from '../../schema/types/amount.js';
import { decimalOf } from '../../schema/values/amount.js';

/** An amount as the sheets write it; null when it cannot be read. */
export function mapAmount(written: string): Amount | null {
  const fen = readFen(written);
  return fen === null ? null : { min: decimalOf(fen), max: decimalOf(fen) };
}
