import { addYears, compactMonth, type Day, isoDate, partsOf } from '../calendar.js';

/** From when to when a status runs; no end: still running. */
export interface Term {
  readonly begin: Day;
  readonly end?: Day;
}

const PAYDAY = 10;

/** The columns of a yearly reviewed status. */
export function termColumns(term: Term, asOf: Day): { bgn_date: string; review_date: string; end_date: string } {
  let review = addYears(term.begin, 1);
  while (review <= asOf) review = addYears(review, 1);
  return {
    bgn_date: isoDate(term.begin),
    review_date: isoDate(term.end ?? review),
    end_date: term.end === undefined ? '' : isoDate(term.end),
  };
}

/** The month last paid: that of the end, or the newest whose payday has come. */
export function lastPaidMonth(term: Term, asOf: Day): string {
  if (term.end !== undefined) return compactMonth(term.end);
  const { date } = partsOf(asOf);
  const newest = date >= PAYDAY ? asOf : asOf - date;
  return compactMonth(Math.max(term.begin, newest));
}
