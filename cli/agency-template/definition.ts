import { readFileSync } from 'node:fs';
import type { AgencyDefinition } from '../../kit/agency.js';
import { type ExampleAgencyLoaders, openRecords } from './data/open-records.js';
import { PersonResolver } from './resolvers/person-resolver.js';
import { Person } from './types/person.js';

/** Example Agency as a subgraph. */
export const definition: AgencyDefinition<ExampleAgencyLoaders> = {
  name: 'example-agency',
  keyField: 'exampleAgencyKey',
  resolvers: [PersonResolver],
  types: [Person],
  policy: readFileSync(new URL('policy.yaml', import.meta.url), 'utf8'),
  open: openRecords,
};
