import type { LintCode } from '../codes.js';
import { problem } from '../problem.js';
import { fieldsOf, has, isComposite, type Subgraph, type SubgraphField } from '../subgraph.js';
import { VALUE_TYPES } from '../transform-fits.js';
import type { Rule } from './rule.js';

/** What is public is public for the reason it names. */
export const publicKinds: Rule = (subgraph) =>
  fieldsOf(subgraph).flatMap((field) => {
    const code = refusal(subgraph, field);
    return code ? [problem(code, subgraph.name, field.coordinate)] : [];
  });

function refusal(subgraph: Subgraph, field: SubgraphField): LintCode | undefined {
  if (field.policy?.kind !== 'PUBLIC') return undefined;
  const { as } = field.policy;
  const [parent = ''] = field.coordinate.split('.');
  if (VALUE_TYPES.includes(field.typeName) && as !== 'CATALOGUE') return 'VALUE_TYPE_EXPOSED';
  if (as === 'VALUE') return VALUE_TYPES.includes(parent) ? undefined : 'VALUE_OUTSIDE_VALUE_TYPE';
  if (as === 'KEY') return isKey(subgraph, field) ? undefined : 'KEY_KIND';
  const ofOnePerson = as === 'CONTAINER' && subgraph.agency && parent !== 'Query';
  return ofOnePerson && (field.list || !isComposite(subgraph, field.typeName)) ? 'CONTAINER_SHAPE' : undefined;
}

function isKey(subgraph: Subgraph, { coordinate, name, node, typeName, list }: SubgraphField): boolean {
  const askersOwn = subgraph.name === 'linkage' && coordinate === 'Person.id';
  const sealed = coordinate.startsWith('Person.') && name.endsWith('Key') && has(node, 'inaccessible');
  return typeName === 'ID' && !list && (askersOwn || sealed);
}
