import { print } from 'graphql';
import { problem } from '../problem.js';
import { samePolicy } from '../same-policy.js';
import { fieldsOf, has, type Subgraph, type SubgraphField } from '../subgraph.js';
import type { Rule } from './rule.js';

/** Subgraphs that define the same field say the same of it. Composition unions directives, so it would not see. */
export const sameEverywhere: Rule = (subgraph, all) => {
  const others = all.filter((other) => other !== subgraph).flatMap(fieldsOf);
  return fieldsOf(subgraph).flatMap((field) => {
    const differs = others.some((other) => other.coordinate === field.coordinate && !sameField(field, other));
    return differs ? [problem('PROTECTION_DIFFERS', subgraph.name, field.coordinate)] : [];
  });
};

/** A protected field has one owner, unless its type is a value that every subgraph protects alike. */
export const shareableProtected: Rule = (subgraph, all) =>
  fieldsOf(subgraph).flatMap((field) => {
    const open = !field.shareable || field.policy === undefined || field.policy.kind === 'PUBLIC';
    return open || !ownedType(field, all) ? [] : [problem('SHAREABLE_PROTECTED', subgraph.name, field.coordinate)];
  });

const signature = ({ node }: SubgraphField): string =>
  print({ kind: node.kind, name: node.name, type: node.type, arguments: node.arguments ?? [] });

// A missing policy is refused by itself, with the words that help.
const sameField = (a: SubgraphField, b: SubgraphField): boolean =>
  signature(a) === signature(b) && (!a.policy || !b.policy || samePolicy(a.policy, b.policy));

function ownedType({ coordinate }: SubgraphField, all: readonly Subgraph[]): boolean {
  const [typeName = ''] = coordinate.split('.');
  return typeName === 'Query' || typeName === 'Person' || all.some(({ types }) => has(types.get(typeName) ?? {}, 'key'));
}
