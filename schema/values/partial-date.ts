/** The newest of some partial dates; one without a day or month counts as its last. null when none is known. */
export function newestPartialDate(dates: Iterable<string | null>): string | null {
  let newest: string | null = null;
  for (const date of dates) {
    if (date !== null && (newest === null || end(date) > end(newest))) newest = date;
  }
  return newest;
}

// Only compared with one another, so a 31st of February does no harm.
const end = (date: string): string => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date);
