import { readFileSync } from 'node:fs';
import type { AgencyDefinition } from '../../kit/agency.js';
import { type CivilAffairsLoaders, openRecords } from './data/open-records.js';
import { PersonResolver } from './resolvers/person-resolver.js';
import { ProgrammesResolver } from './resolvers/programmes-resolver.js';
import { Person } from './types/person.js';

/** The County Civil Affairs Bureau as a subgraph. */
export const definition: AgencyDefinition<CivilAffairsLoaders> = {
  name: 'civil-affairs',
  keyField: 'civilAffairsKey',
  resolvers: [PersonResolver, ProgrammesResolver],
  types: [Person],
  policy: readFileSync(new URL('policy.yaml', import.meta.url), 'utf8'),
  open: openRecords,
};
