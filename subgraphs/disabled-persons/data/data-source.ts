import type { DataSource } from 'typeorm';
import { openDataSource as openOwnDataSource } from '../../../kit/database/open-data-source.js';
import { Cardholder } from './cardholder.js';
import { DisabilityCard } from './disability-card.js';
import { CreateRecords1760000000000 } from './migrations/1760000000000-create-records.js';
import { RehabilitationAid } from './rehabilitation-aid.js';
import { Subsidy } from './subsidy.js';

/** Opens the federation's database and brings its tables up to date. @throws when it cannot be reached. */
export const openDataSource = (databaseUrl: string): Promise<DataSource> =>
  openOwnDataSource(databaseUrl, {
    owner: 'disabled-persons',
    entities: [Cardholder, DisabilityCard, RehabilitationAid, Subsidy],
    migrations: [CreateRecords1760000000000],
  });
