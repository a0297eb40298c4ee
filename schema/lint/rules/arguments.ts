import { problem } from '../problem.js';
import type { Subgraph } from '../subgraph.js';
import type { Rule } from './rule.js';

/** Coordinates of arguments that see released values only. None yet. */
const ALLOWED: readonly string[] = [];

/** No argument can search what a type hides. */
export const argumentsClosed: Rule = (subgraph, all) =>
  [...subgraph.types.values()]
    .filter(({ name }) => name !== 'Query' && isProtected(name, all))
    .flatMap(({ fields }) => fields)
    .flatMap(({ node, coordinate }) => (node.arguments ?? []).map((argument) => `${coordinate}(${argument.name.value}:)`))
    .filter((coordinate) => !ALLOWED.includes(coordinate))
    .map((coordinate) => problem('ARGUMENT_NOT_ALLOWED', subgraph.name, coordinate));

const isProtected = (typeName: string, all: readonly Subgraph[]): boolean =>
  typeName === 'Person' ||
  all.some(({ types }) => types.get(typeName)?.fields.some(({ policy }) => policy?.kind === 'PROTECTED' || policy?.kind === 'DERIVED'));
