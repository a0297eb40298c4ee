import { Kind } from 'graphql';
import type { LintCode } from '../codes.js';
import { problem } from '../problem.js';
import { fieldsOf, isComposite, type Subgraph, type SubgraphField } from '../subgraph.js';
import { transformFits } from '../transform-fits.js';
import type { Rule } from './rule.js';

const NUMBERS: readonly string[] = ['Int', 'Float', 'Boolean'];

/** A protected field's type admits what is released: null, and what its transform gives. */
export const protectedTypes: Rule = (subgraph) =>
  fieldsOf(subgraph).flatMap((field) => {
    const codes = field.policy?.kind === 'PROTECTED' ? [...nullability(field), ...ofType(subgraph, field)] : openId(subgraph, field);
    return codes.map((code) => problem(code, subgraph.name, field.coordinate));
  });

// On Person every field is nullable whatever it holds; that has its own refusal.
const nullability = ({ node, coordinate }: SubgraphField): LintCode[] =>
  node.type.kind === Kind.NON_NULL_TYPE && !coordinate.startsWith('Person.') ? ['PROTECTED_NON_NULL'] : [];

function ofType(subgraph: Subgraph, { typeName, list, policy }: SubgraphField): LintCode[] {
  if (policy?.kind !== 'PROTECTED') return [];
  const kind = subgraph.types.get(typeName)?.nodes[0]?.kind;
  if (NUMBERS.includes(typeName)) return ['PROTECTED_NUMBER'];
  if (kind === Kind.ENUM_TYPE_DEFINITION || kind === Kind.ENUM_TYPE_EXTENSION) return ['PROTECTED_ENUM'];
  if (typeName === 'ID' && policy.by !== 'PSEUDONYM') return ['ID_NOT_PER_ASKER'];
  return transformFits(policy.by, { typeName, list, composite: isComposite(subgraph, typeName) }) ? [] : ['TRANSFORM_DOES_NOT_FIT'];
}

/** An agency's open ids are keys or name things of a catalogue; any other would be the same for every asker. */
function openId(subgraph: Subgraph, { typeName, policy }: SubgraphField): LintCode[] {
  if (!subgraph.agency || typeName !== 'ID' || policy?.kind !== 'PUBLIC') return [];
  return policy.as === 'KEY' || policy.as === 'CATALOGUE' ? [] : ['ID_NOT_PER_ASKER'];
}
