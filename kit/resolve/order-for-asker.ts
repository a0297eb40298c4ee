/**
 * Puts records in an order that tells nothing a transform hides: by what is released at least (`compareReleased`, such as
 * the month), and then by the asker's own name for the record. An order by day or by the agency's numbers would tell which
 * of two records of one month came first, or which was of which kind.
 *
 * @param idOf the record's id, different for every record of the list
 */
export function orderForAsker<T>(
  records: readonly T[],
  compareReleased: (a: T, b: T) => number,
  idOf: (record: T) => string,
  pseudonym: (recordId: string) => string,
): T[] {
  return records
    .map((record) => ({ record, name: pseudonym(idOf(record)) }))
    .sort((a, b) => compareReleased(a.record, b.record) || compareText(a.name, b.name))
    .map(({ record }) => record);
}

/** Partial dates by their month, the newest first; unknown ones last. */
export const newestMonthFirst = (a: string | null, b: string | null): number => compareText((b ?? '').slice(0, 7), (a ?? '').slice(0, 7));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
