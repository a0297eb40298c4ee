import { problem } from '../problem.js';
import { has } from '../subgraph.js';
import type { Rule } from './rule.js';

/** An agency's root fields are catalogues, or open to casework only. */
export const agencyRoots: Rule = (subgraph) =>
  (subgraph.agency ? (subgraph.types.get('Query')?.fields ?? []) : [])
    .filter(({ node, policy }) => !has(node, 'inaccessible') && !(policy?.kind === 'PUBLIC' && policy.as === 'CATALOGUE'))
    .map(({ coordinate }) => problem('AGENCY_ROOT_FIELD', subgraph.name, coordinate));

/** Questions only: nothing is changed, and nothing streams. */
export const questionsOnly: Rule = (subgraph) =>
  ['Mutation', 'Subscription'].filter((name) => subgraph.types.has(name)).map((name) => problem('ROOT_OPERATION', subgraph.name, name));
