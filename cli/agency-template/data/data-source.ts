import type { DataSource } from 'typeorm';
import { openDataSource as openOwnDataSource } from '../../../kit/database/open-data-source.js';
import { Aid } from './aid.js';
import { CreateRecords1760000000000 } from './migrations/1760000000000-create-records.js';
import { Recipient } from './recipient.js';

/** Opens the agency's database and brings its tables up to date. @throws when it cannot be reached. */
export const openDataSource = (databaseUrl: string): Promise<DataSource> =>
  openOwnDataSource(databaseUrl, { owner: 'example-agency', entities: [Aid, Recipient], migrations: [CreateRecords1760000000000] });
