import type { AidAnswer, AidRecord } from '../../schema/types/aid.js';
import { DateTime, Decimal, PartialDate } from '../../schema/types/scalars.js';

/** Characters of an amount: 15 digits of yuan, and room for a sum of as many as an answer can hold. */
const LONGEST_AMOUNT = 19;

/**
 * An agency's answer as the planner passes it in: JSON that nobody has held against the schema. What is no answer counts as
 * none, so that one agency's nonsense does not take away what the others said.
 */
export function readAnswer(value: unknown): AidAnswer | null {
  try {
    const { asOf, items } = value as AidAnswer;
    DateTime.parseValue(asOf);
    if (items != null && !Array.isArray(items)) return null;
    items?.forEach(check);
    return items == null ? (value as AidAnswer) : ({ asOf, items: items.map(withOpenEnd) } as AidAnswer);
  } catch {
    return null;
  }
}

/** The router leaves nulls out of what it passes in, so an upper end that is not there is one that is not known. */
const withOpenEnd = (record: AidRecord): AidRecord =>
  record.amount == null || record.amount.max !== undefined ? record : { ...record, amount: { min: record.amount.min, max: null } };

/** @throws Error, without quoting it, for what is no record. */
function check({ id, kind, programme, cause, diagnosis, amount, grantedOn, lastPaidOn }: AidRecord): void {
  const worded = [id, kind, programme, cause, diagnosis].every((text) => text == null || typeof text === 'string');
  if (!worded) throw new Error('A field is no text.');
  for (const date of [grantedOn, lastPaidOn]) if (date != null) PartialDate.parseValue(date);
  if (amount == null) return;
  for (const end of amount.max == null ? [amount.min] : [amount.min, amount.max]) {
    if (Decimal.parseValue(end).length > LONGEST_AMOUNT) throw new Error('An amount is too long.');
  }
}
