import { problem } from '../problem.js';
import type { Rule } from './rule.js';

/** No type or field is defined twice: tools differ in which of two policies they would read. */
export const definedOnce: Rule = (subgraph) =>
  [...subgraph.types.values()].flatMap(({ name, nodes, fields }) => {
    const definitions = nodes.filter(({ kind }) => kind.endsWith('Definition'));
    const twice = fields.filter((field, index) => fields.findIndex((other) => other.name === field.name) !== index);
    const places = [...(definitions.length > 1 ? [name] : []), ...new Set(twice.map(({ coordinate }) => coordinate))];
    return places.map((coordinate) => problem('DEFINED_TWICE', subgraph.name, coordinate));
  });
