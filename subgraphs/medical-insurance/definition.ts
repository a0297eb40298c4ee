import { readFileSync } from 'node:fs';
import type { AgencyDefinition } from '../../kit/agency.js';
import { type MedicalInsuranceLoaders, openRecords } from './data/open-records.js';
import { PersonResolver } from './resolvers/person-resolver.js';
import { Person } from './types/person.js';

/** The County Healthcare Security Bureau as a subgraph. */
export const definition: AgencyDefinition<MedicalInsuranceLoaders> = {
  name: 'medical-insurance',
  keyField: 'medicalInsuranceKey',
  resolvers: [PersonResolver],
  types: [Person],
  policy: readFileSync(new URL('policy.yaml', import.meta.url), 'utf8'),
  open: openRecords,
};
