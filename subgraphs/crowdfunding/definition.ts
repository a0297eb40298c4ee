import { readFileSync } from 'node:fs';
import type { AgencyDefinition } from '../../kit/agency.js';
import { type CrowdfundingLoaders, openRecords } from './data/open-records.js';
import { PersonResolver } from './resolvers/person-resolver.js';
import { Person } from './types/person.js';

/** The platform company as a subgraph. */
export const definition: AgencyDefinition<CrowdfundingLoaders> = {
  name: 'crowdfunding',
  keyField: 'crowdfundingKey',
  resolvers: [PersonResolver],
  types: [Person],
  policy: readFileSync(new URL('policy.yaml', import.meta.url), 'utf8'),
  open: openRecords,
};
