import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { CharityGrant } from './charity-grant.js';
import { Donation } from './donation.js';
import { FundCase } from './fund-case.js';
import { CreateRecords1760000000000 } from './migrations/1760000000000-create-records.js';
import { Party } from './party.js';
import { Project } from './project.js';
import { RecordState } from './record-state.js';

const ENTITIES = [CharityGrant, Donation, FundCase, Party, Project, RecordState];

/** "Migrations of this database": two processes that start together must not both run them. */
const MIGRATION_LOCK = 4_102;

/** Opens the federation's database and brings its tables up to date. @throws when it cannot be reached. */
export async function openDataSource(databaseUrl: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    applicationName: 'charity-federation',
    entities: ENTITIES,
    migrations: [CreateRecords1760000000000],
    migrationsTransactionMode: 'all',
    synchronize: false,
    logging: false,
    poolSize: 4,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    // A connection PostgreSQL ends while idle is an event of the pool; unheard it would end this process. The pool
    // makes a new one when next asked.
    poolErrorHandler: () => undefined,
  });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

/** The pool of connections TypeORM holds. */
export const poolOf = (dataSource: DataSource): Pool => (dataSource.driver as unknown as { master: Pool }).master;

async function migrate(dataSource: DataSource): Promise<void> {
  const client = await poolOf(dataSource).connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  }
}
