import type { DataSource } from 'typeorm';
import { openDataSource as openOwnDataSource } from '../../../kit/database/open-data-source.js';
import { CommercialClaim } from './commercial-claim.js';
import { FundSplit } from './fund-split.js';
import { HighCostAlert } from './high-cost-alert.js';
import { Insured } from './insured.js';
import { MaClaim } from './ma-claim.js';
import { CreateRecords1760000000000 } from './migrations/1760000000000-create-records.js';
import { Person } from './person.js';
import { Settlement } from './settlement.js';

const ENTITIES = [CommercialClaim, FundSplit, HighCostAlert, Insured, MaClaim, Person, Settlement];

/** Opens the bureau's database and brings its tables up to date. @throws when it cannot be reached. */
export const openDataSource = (databaseUrl: string): Promise<DataSource> =>
  openOwnDataSource(databaseUrl, { owner: 'medical-insurance', entities: ENTITIES, migrations: [CreateRecords1760000000000] });
