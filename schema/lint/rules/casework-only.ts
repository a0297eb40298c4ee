import { problem } from '../problem.js';
import { fieldsOf, has } from '../subgraph.js';
import type { Rule } from './rule.js';

/** Only casework asks other subgraphs for values, and only derives from what the asker was released. */
export const caseworkOnly: Rule = (subgraph) =>
  fieldsOf(subgraph).flatMap(({ node, policy, coordinate }) => {
    const requires = has(node, 'requires');
    if (subgraph.name === 'casework') {
      return requires && policy?.kind !== 'DERIVED' ? [problem('REQUIRES_NOT_DERIVED', subgraph.name, coordinate)] : [];
    }
    return [
      ...(requires ? [problem('REQUIRES_OUTSIDE_CASEWORK', subgraph.name, coordinate)] : []),
      ...(policy?.kind === 'DERIVED' ? [problem('DERIVED_OUTSIDE_CASEWORK', subgraph.name, coordinate)] : []),
    ];
  });
