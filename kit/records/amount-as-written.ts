import type { Amount } from '../../schema/types/amount.js';
import { decimalOf } from '../../schema/values/amount.js';
import { readFen } from './read-fen.js';

/** An amount as an agency's sheet writes it; null when it cannot be read. */
export function amountAsWritten(written: string): Amount | null {
  const fen = readFen(written);
  return fen === null ? null : { min: decimalOf(fen), max: decimalOf(fen) };
}
