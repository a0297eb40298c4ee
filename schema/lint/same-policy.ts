import type { FieldPolicy } from '../policy-directives.js';

/** Whether two fields are protected alike: the same categories in any order, subject, transform or kind. */
export const samePolicy = (a: FieldPolicy, b: FieldPolicy): boolean => text(a) === text(b);

const text = (policy: FieldPolicy): string =>
  policy.kind === 'PROTECTED'
    ? [policy.kind, policy.subject, policy.by, ...new Set([...policy.categories].sort())].join(' ')
    : policy.kind === 'PUBLIC'
      ? `${policy.kind} ${policy.as}`
      : policy.kind;
