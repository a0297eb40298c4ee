/** Days since 1970-01-01, without time or zone. */
export type Day = number;

const MILLISECONDS = 86_400_000;
const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** The day of a date; months count from 1. */
export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / MILLISECONDS;

/** The parts of a day's date; months count from 1. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const moment = new Date(day * MILLISECONDS);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, date: moment.getUTCDate() };
}

/** Reads `YYYY-MM-DD`. @throws Error when it is no such date. */
export function parseDay(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN;
  if (Number.isNaN(day) || isoDate(day) !== text) throw new Error(`${text} is not a date like 2026-10-31`);
  return day;
}

/** `2024-05-17` */
export function isoDate(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** `20240517` */
export const compactDate = (day: Day): string => isoDate(day).replaceAll('-', '');

/** `202405` */
export const compactMonth = (day: Day): string => compactDate(day).slice(0, 6);

/** The same date some years later; 29 February becomes 1 March. */
export function addYears(day: Day, years: number): Day {
  const { year, month, date } = partsOf(day);
  return dayOf(year + years, month, date);
}

/** Full years between a birth and a day. */
export function ageOn(birth: Day, day: Day): number {
  const years = partsOf(day).year - partsOf(birth).year;
  return addYears(birth, years) > day ? years - 1 : years;
}
