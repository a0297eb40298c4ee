import { readFileSync } from 'node:fs';
import type { AgencyDefinition } from '../../kit/agency.js';
import { type CharityFederationLoaders, openRecords } from './data/open-records.js';
import { PersonResolver } from './resolvers/person-resolver.js';
import { ProjectsResolver } from './resolvers/projects-resolver.js';
import { Person } from './types/person.js';

/** The County Charity Federation as a subgraph. */
export const definition: AgencyDefinition<CharityFederationLoaders> = {
  name: 'charity-federation',
  keyField: 'charityFederationKey',
  resolvers: [PersonResolver, ProjectsResolver],
  types: [Person],
  policy: readFileSync(new URL('policy.yaml', import.meta.url), 'utf8'),
  open: openRecords,
};
