import type { AgencyDefinition } from '../../kit/agency.js';

/** The agency a bench process serves: AIDGRAPH_BENCH_AGENCY. @throws Error for any other name. */
export async function definitionOf(environment: NodeJS.ProcessEnv): Promise<AgencyDefinition<unknown>> {
  const agency = environment.AIDGRAPH_BENCH_AGENCY ?? '';
  if (!/^[a-z-]+$/.test(agency)) throw new Error('AIDGRAPH_BENCH_AGENCY names no agency');
  return ((await import(`../../subgraphs/${agency}/definition.js`)) as { definition: AgencyDefinition<unknown> }).definition;
}
