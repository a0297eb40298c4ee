import type { Category } from '../../schema/vocabulary/categories.js';
import type { Policy, PolicyLine } from './policy.js';

/** What is asked of a policy. */
export interface Asked {
  readonly recipient: string;
  readonly purpose: string;
  readonly category: Category;
  /** Natural day in Asia/Shanghai. */
  readonly day: string;
}

/**
 * Steps 1 and 2 of a decision: the line that applies. undefined when a statute forbids the release, when no line is in
 * force that day, and when more than one is (a policy that was not checked).
 */
export function lineInForce(policy: Policy, asked: Asked): PolicyLine | undefined {
  const prohibited = policy.prohibitions.some(
    ({ categories, recipients, purposes }) =>
      categories.includes(asked.category) &&
      (recipients === undefined || recipients.includes(asked.recipient)) &&
      (purposes === undefined || purposes.some((purpose) => purpose === asked.purpose)),
  );
  if (prohibited) return undefined;
  const lines = policy.lines.filter(
    (line) =>
      line.recipient === asked.recipient &&
      line.purpose === asked.purpose &&
      line.categories.includes(asked.category) &&
      line.from <= asked.day &&
      (line.to === null || asked.day <= line.to),
  );
  return lines.length === 1 ? lines[0] : undefined;
}
