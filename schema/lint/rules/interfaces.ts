import { problem } from '../problem.js';
import { samePolicy } from '../same-policy.js';
import type { Rule } from './rule.js';

/** A field is protected alike on an interface and on all that implement it, whoever defines them. */
export const interfaces: Rule = (subgraph, all) =>
  [...subgraph.types.values()].flatMap((type) =>
    type.fields.flatMap((field) => {
      const declared = all.flatMap(({ types }) => type.related.flatMap((name) => types.get(name)?.fields ?? []));
      const differs = declared.some(
        (other) => other.name === field.name && other.policy && field.policy && !samePolicy(other.policy, field.policy),
      );
      return differs ? [problem('INTERFACE_PROTECTION_DIFFERS', subgraph.name, field.coordinate)] : [];
    }),
  );
