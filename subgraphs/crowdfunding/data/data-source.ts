import type { DataSource } from 'typeorm';
import { openDataSource as openOwnDataSource } from '../../../kit/database/open-data-source.js';
import { Campaign } from './campaign.js';
import { CreateRecords1760000000000 } from './migrations/1760000000000-create-records.js';
import { MoneyEntry } from './money-entry.js';
import { Patient } from './patient.js';

/** Opens the company's database and brings its tables up to date. @throws when it cannot be reached. */
export const openDataSource = (databaseUrl: string): Promise<DataSource> =>
  openOwnDataSource(databaseUrl, {
    owner: 'crowdfunding',
    entities: [Campaign, MoneyEntry, Patient],
    migrations: [CreateRecords1760000000000],
  });
