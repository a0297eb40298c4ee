import type { DataSource } from 'typeorm';
import { openDataSource as openOwnDataSource } from '../../../kit/database/open-data-source.js';
import { CharityGrant } from './charity-grant.js';
import { Donation } from './donation.js';
import { FundCase } from './fund-case.js';
import { CreateRecords1760000000000 } from './migrations/1760000000000-create-records.js';
import { Party } from './party.js';
import { Project } from './project.js';

const ENTITIES = [CharityGrant, Donation, FundCase, Party, Project];

/** Opens the federation's database and brings its tables up to date. @throws when it cannot be reached. */
export const openDataSource = (databaseUrl: string): Promise<DataSource> =>
  openOwnDataSource(databaseUrl, { owner: 'charity-federation', entities: ENTITIES, migrations: [CreateRecords1760000000000] });
