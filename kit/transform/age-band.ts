import { naturalDay } from '../../schema/values/natural-day.js';

const PARTIAL_DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
const LABEL = /^(\d{1,2})(?:-(\d{2})|\+)$/;

/** Lower ends of the age bands. Under 14 is a delicate class, so everybody under 18 is in one band. */
const STARTS: readonly number[] = [0, 18, 30, 40, 50, 60, 70, 80];

/**
 * AGE_BAND: the age at `asOf` of somebody born on a partial date, as `0-17`, `18-29`, `30-39` … `70-79`, `80+`. A birth date
 * known only to the month or the year gives every band it may mean: `60-79`. A band stays as it is.
 */
export function ageBand(value: unknown, asOf: string): string | null {
  if (typeof value !== 'string') return null;
  const birth = PARTIAL_DATE.exec(value);
  if (!birth) return isLabel(value) ? value : null;
  const day = naturalDay(new Date(asOf));
  if (day === undefined) return null;
  const [, year, month, date] = birth;
  const youngest = ageOn(day, `${year}-${month ?? '12'}-${date ?? '31'}`);
  const oldest = ageOn(day, `${year}-${month ?? '01'}-${date ?? '01'}`);
  if (oldest < 0) return null;
  return label(startOf(Math.max(youngest, 0)), startOf(oldest));
}

function ageOn(day: string, birth: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

const startOf = (age: number): number => STARTS.findLast((start) => start <= age) ?? 0;

function label(first: number, last: number): string {
  const next = STARTS[STARTS.indexOf(last) + 1];
  return next === undefined ? `${first}+` : `${first}-${next - 1}`;
}

function isLabel(text: string): boolean {
  const match = LABEL.exec(text);
  if (!match || !STARTS.includes(Number(match[1]))) return false;
  return match[2] === undefined || (STARTS.includes(Number(match[2]) + 1) && Number(match[2]) > Number(match[1]));
}
