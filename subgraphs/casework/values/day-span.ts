import type { Certainty } from './certainty.js';

/** Days since 1970-01-01, both ends included; an end nobody knows is infinite. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

export const ANY_DAY: DaySpan = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

const DAY = 86_400_000;

/**
 * The days a partial date may mean: one, its month's, or its year's; any day when it was not released. A day its month does not
 * have counts as the whole month.
 */
export function spanOf(date: string | null | undefined): DaySpan {
  if (date == null) return ANY_DAY;
  const [year = 0, month, day] = date.split('-').map(Number) as [number, number?, number?];
  if (month === undefined) return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31) };
  const last = dayNumber(year, month + 1, 0);
  const exact = day === undefined ? Number.POSITIVE_INFINITY : dayNumber(year, month, day);
  return exact <= last ? { from: exact, to: exact } : { from: dayNumber(year, month, 1), to: last };
}

/** The smallest span that holds both, whichever comes first. */
export const hullOf = (one: DaySpan, other: DaySpan): DaySpan => ({
  from: Math.min(one.from, other.from),
  to: Math.max(one.to, other.to),
});

/** A time whose first and last day may themselves be known only in part. */
export interface Period {
  readonly begin: DaySpan;
  readonly end: DaySpan;
}

/** From one known day to another. */
export const periodOf = (from: number, to: number): Period => ({ begin: { from, to: from }, end: { from: to, to } });

/** `begin` so many days earlier and `end` so many later. */
export const widened = ({ begin, end }: Period, before: number, after: number): Period => ({
  begin: { from: begin.from - before, to: begin.to - before },
  end: { from: end.from + after, to: end.to + after },
});

/** Whether the one day of `span` lies within `period`. */
export function isWithin(span: DaySpan, { begin, end }: Period): Certainty {
  if (span.to < begin.from || span.from > end.to) return 'NO';
  return span.from >= begin.to && span.to <= end.from ? 'YES' : 'MAYBE';
}

/** Whether the day of `one` comes before that of `other`, or on it. */
export function isNotAfter(one: DaySpan, other: DaySpan): Certainty {
  if (one.to <= other.from) return 'YES';
  return one.from > other.to ? 'NO' : 'MAYBE';
}

/** Whether the day of `one` comes before that of `other`. */
export function isBefore(one: DaySpan, other: DaySpan): Certainty {
  if (one.to < other.from) return 'YES';
  return one.from >= other.to ? 'NO' : 'MAYBE';
}

/** Whether two days lie at most `days` apart. */
export function isWithinDays(one: DaySpan, other: DaySpan, days: number): Certainty {
  const least = Math.max(0, one.from - other.to, other.from - one.to);
  const most = Math.max(one.to - other.from, other.to - one.from);
  if (most <= days) return 'YES';
  return least > days ? 'NO' : 'MAYBE';
}

/** Whether anything at all is known of it. */
export const isKnown = ({ from, to }: DaySpan): boolean => Number.isFinite(from) && Number.isFinite(to);

/** The day of `2024-05-17`. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** `2024-05-17` of a day. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The same day so many months earlier; the last of the month where it has no such day. */
export function monthsBefore(day: number, months: number): number {
  const date = new Date(day * DAY);
  const last = dayNumber(date.getUTCFullYear(), date.getUTCMonth() - months + 2, 0);
  return Math.min(last, dayNumber(date.getUTCFullYear(), date.getUTCMonth() - months + 1, date.getUTCDate()));
}

// Date.UTC takes the years 0 to 99 for the twentieth century's.
function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY;
}
