import { Kind } from 'graphql';
import { problem } from '../problem.js';
import type { Rule } from './rule.js';

/** Scalars whose values the kit knows how to check and transform. */
const ALLOWED: readonly string[] = ['ID', 'String', 'Boolean', 'Int', 'Float', 'Decimal', 'PartialDate', 'DateTime'];

/** No scalar from outside the closed list: a JSON scalar could carry anything. */
export const scalarsClosed: Rule = (subgraph) =>
  [...subgraph.types.values()]
    .filter(({ name, nodes }) => nodes[0]?.kind.startsWith(SCALAR) && !ALLOWED.includes(name))
    .map(({ name }) => problem('SCALAR_NOT_ALLOWED', subgraph.name, name));

const SCALAR = Kind.SCALAR_TYPE_DEFINITION.replace('Definition', '');
