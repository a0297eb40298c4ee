import { Kind } from 'graphql';
import { problem } from '../problem.js';
import { fieldsOf, type Subgraph } from '../subgraph.js';
import type { Rule } from './rule.js';

/** What an agency or casework adds to Person is nullable: one source down must not hide the person. */
export const personFieldsNullable: Rule = (subgraph) => {
  if (!subgraph.agency && subgraph.name !== 'casework') return [];
  const added = subgraph.types.get('Person')?.fields.filter(({ policy }) => policy?.kind !== 'PUBLIC' || policy.as !== 'KEY') ?? [];
  return added
    .filter(({ node }) => node.type.kind === Kind.NON_NULL_TYPE)
    .map(({ coordinate }) => problem('PERSON_FIELD_NON_NULL', subgraph.name, coordinate));
};

/** No field of an agency gives a Person, or anything that can be one: it breaks plans and opens an enumeration door. */
export const noPersonInAgency: Rule = (subgraph) =>
  subgraph.agency
    ? fieldsOf(subgraph)
        .filter(({ typeName }) => canBePerson(subgraph, typeName))
        .map(({ coordinate }) => problem('PERSON_IN_AGENCY', subgraph.name, coordinate))
    : [];

function canBePerson({ types }: Subgraph, typeName: string): boolean {
  if (typeName === 'Person') return true;
  const isInterface = types.get('Person')?.related.includes(typeName) ?? false;
  const isUnion = types.get(typeName)?.nodes.some(({ kind }) => kind === Kind.UNION_TYPE_DEFINITION || kind === Kind.UNION_TYPE_EXTENSION);
  return isInterface || (isUnion === true && types.get(typeName)?.related.includes('Person') === true);
}
