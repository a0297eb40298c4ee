import type { Amount } from '../../../schema/types/amount.js';
import { DateTime, Decimal, PartialDate } from '../../../schema/types/scalars.js';
import { fenOf } from '../../../schema/values/amount.js';
import type { AnswerShape } from './answer-shapes.js';

/** Characters of an amount: 15 digits of yuan, and room for a sum of as many as an answer can hold. */
const LONGEST_AMOUNT = 19;

/** Records of one person in one answer: 24 months of a bill every second day are 365. */
const MOST_RECORDS = 500;

/** What an agency says of one person: `items: null` is withheld, `[]` nothing on record. */
export interface ListAnswer<T> {
  readonly asOf: string;
  readonly items: readonly T[] | null;
}

/**
 * An agency's answer as the planner passes it in: JSON that nobody has held against the schema. What is no answer counts as
 * none, so that one agency's nonsense does not take away what the others said. Of a record only the fields of `shape` are kept; the
 * router leaves nulls out of what it passes in, so one that is not there is null.
 */
export function readAnswer<T>(value: unknown, shape: AnswerShape<T>): ListAnswer<T> | null {
  try {
    const { asOf, items } = value as ListAnswer<T>;
    if (Number.isNaN(Date.parse(DateTime.parseValue(asOf)))) return null;
    if (items == null) return { asOf, items: null };
    if (!Array.isArray(items) || items.length > MOST_RECORDS) return null;
    return { asOf, items: items.map((record) => readRecord(record, shape)) };
  } catch {
    return null;
  }
}

/** @throws Error, without quoting it, for what is no record. */
function readRecord<T>(record: T, { texts, dates, amounts }: AnswerShape<T>): T {
  const read = (fields: readonly (keyof T)[], as: (value: unknown) => unknown) => fields.map((field) => [field, as(record[field] ?? null)]);
  return Object.fromEntries([...read(texts, readText), ...read(dates, readDate), ...read(amounts, readAmount)]) as T;
}

function readText(value: unknown): unknown {
  if (value !== null && typeof value !== 'string') throw new Error('A field is no text.');
  return value;
}

const readDate = (value: unknown): unknown => (value === null ? null : PartialDate.parseValue(value));

function readAmount(value: unknown): Amount | null {
  if (value === null) return null;
  const { min, max = null } = value as Partial<Amount>;
  const ends = (max === null ? [min] : [min, max]).map((end) => Decimal.parseValue(end));
  if (ends.some(({ length }) => length > LONGEST_AMOUNT)) throw new Error('An amount is too long.');
  const [from, to] = ends.map(fenOf);
  if (from !== undefined && to !== undefined && from > to) throw new Error('An amount ends before it begins.');
  return { min: min as string, max };
}
