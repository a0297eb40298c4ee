import type { AgencyDefinition } from '../../kit/agency.js';
import { charityFederation } from '../../subgraphs/charity-federation/definition.js';
import { civilAffairs } from '../../subgraphs/civil-affairs/definition.js';

/** The agency a bench process serves: AIDGRAPH_BENCH_AGENCY. @throws Error for any other name. */
export function definitionOf(environment: NodeJS.ProcessEnv): AgencyDefinition<unknown> {
  const found = [civilAffairs, charityFederation].find(({ name }) => name === environment.AIDGRAPH_BENCH_AGENCY);
  if (!found) throw new Error('AIDGRAPH_BENCH_AGENCY names no agency');
  return found as AgencyDefinition<unknown>;
}
