import type { DataSource } from 'typeorm';
import { openDataSource as openOwnDataSource } from '../../../kit/database/open-data-source.js';
import { Beneficiary } from './beneficiary.js';
import { HumanitarianGrant } from './humanitarian-grant.js';
import { CreateRecords1760000000000 } from './migrations/1760000000000-create-records.js';

/** Opens the Red Cross's database and brings its tables up to date. @throws when it cannot be reached. */
export const openDataSource = (databaseUrl: string): Promise<DataSource> =>
  openOwnDataSource(databaseUrl, {
    owner: 'red-cross',
    entities: [Beneficiary, HumanitarianGrant],
    migrations: [CreateRecords1760000000000],
  });
