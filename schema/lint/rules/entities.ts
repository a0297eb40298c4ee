import { type ConstDirectiveNode, Kind, print } from 'graphql';
import { type LintProblem, problem } from '../problem.js';
import { has, type Subgraph, type SubgraphType } from '../subgraph.js';
import type { Rule } from './rule.js';

/** Person is the only entity; an agency and casework know it by one key of their own, and add something to it. */
export const entities: Rule = (subgraph, all) => {
  const second = [...subgraph.types.values()]
    .filter((type) => type.name !== 'Person' && has(type, 'key'))
    .map((type) => problem('SECOND_ENTITY', subgraph.name, type.name));
  const person = subgraph.types.get('Person');
  if (person) return [...second, ...ofPerson(subgraph, person, all)];
  return subgraph.agency ? [...second, problem('PERSON_ADDS_NOTHING', subgraph.name, 'Person')] : second;
};

function ofPerson(subgraph: Subgraph, person: SubgraphType, all: readonly Subgraph[]): LintProblem[] {
  const keys = keysOf(person);
  const own = subgraph.agency || subgraph.name === 'casework';
  if (own && keys.length > 1) return [problem('SECOND_KEY', subgraph.name, 'Person')];
  const notOwn = problem('KEY_NOT_OWN', subgraph.name, 'Person');
  if (own && keys.length === 0) return [notOwn];
  const names = keys.map(keyFieldName);
  const resolves = keys.every((key) => key.arguments?.length === 1);
  const unsound =
    names.some((name) => !isKeyField(person, name)) || (own && !(resolves && names.every((name) => isOwn(subgraph, name, all))));
  const adds = person.fields.some(({ name, node }) => !names.includes(name) && !has(node, 'external'));
  return [...(unsound ? [notOwn] : []), ...(subgraph.agency && !adds ? [problem('PERSON_ADDS_NOTHING', subgraph.name, 'Person')] : [])];
}

const keysOf = (type: SubgraphType | undefined): ConstDirectiveNode[] =>
  type?.directives.filter((entry) => entry.name.value === 'key') ?? [];

/** @returns undefined for a key of several or nested fields. */
function keyFieldName({ arguments: given = [] }: ConstDirectiveNode): string | undefined {
  const fields = given.find(({ name }) => name.value === 'fields')?.value;
  if (fields?.kind !== Kind.STRING) return undefined;
  return /^\w+$/.test(fields.value.trim()) ? fields.value.trim() : undefined;
}

function isKeyField(person: SubgraphType, name: string | undefined): boolean {
  const field = person.fields.find((entry) => entry.name === name);
  return field?.policy?.kind === 'PUBLIC' && field.policy.as === 'KEY' && print(field.node.type) === 'ID!';
}

function isOwn(subgraph: Subgraph, name: string | undefined, all: readonly Subgraph[]): boolean {
  const rivals = all.filter((other) => other !== subgraph && other.name !== 'linkage');
  return !rivals.some(({ types }) => keysOf(types.get('Person')).map(keyFieldName).includes(name));
}
