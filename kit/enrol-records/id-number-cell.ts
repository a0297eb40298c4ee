import { readNumber } from './enrol-numbers.js';

/** How a number stands in the database: in its one spelling, or as written without blanks when it cannot be one. */
export function idNumberCell(written: string | null): string | null {
  if (written === null) return null;
  const plain = written.normalize('NFKC').replace(/\s+/g, '');
  return plain === '' ? null : (readNumber(written) ?? plain);
}
