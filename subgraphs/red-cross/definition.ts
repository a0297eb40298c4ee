import { readFileSync } from 'node:fs';
import type { AgencyDefinition } from '../../kit/agency.js';
import { openRecords, type RedCrossLoaders } from './data/open-records.js';
import { PersonResolver } from './resolvers/person-resolver.js';
import { Person } from './types/person.js';

/** The County Red Cross as a subgraph. */
export const definition: AgencyDefinition<RedCrossLoaders> = {
  name: 'red-cross',
  keyField: 'redCrossKey',
  resolvers: [PersonResolver],
  types: [Person],
  policy: readFileSync(new URL('policy.yaml', import.meta.url), 'utf8'),
  open: openRecords,
};
