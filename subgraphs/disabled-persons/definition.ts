import { readFileSync } from 'node:fs';
import type { AgencyDefinition } from '../../kit/agency.js';
import { type DisabledPersonsLoaders, openRecords } from './data/open-records.js';
import { PersonResolver } from './resolvers/person-resolver.js';
import { Person } from './types/person.js';

/** The County Disabled Persons' Federation as a subgraph. */
export const definition: AgencyDefinition<DisabledPersonsLoaders> = {
  name: 'disabled-persons',
  keyField: 'disabledPersonsKey',
  resolvers: [PersonResolver],
  types: [Person],
  policy: readFileSync(new URL('policy.yaml', import.meta.url), 'utf8'),
  open: openRecords,
};
