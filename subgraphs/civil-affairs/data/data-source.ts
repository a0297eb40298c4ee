import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { DibaoGrant } from './dibao-grant.js';
import { EconomicCheck } from './economic-check.js';
import { Household } from './household.js';
import { HouseholdMember } from './household-member.js';
import { CreateRecords1760000000000 } from './migrations/1760000000000-create-records.js';
import { NearDibaoGrant } from './near-dibao-grant.js';
import { RecordState } from './record-state.js';
import { Resident } from './resident.js';
import { RigidExpenditure } from './rigid-expenditure.js';
import { TekunGrant } from './tekun-grant.js';
import { TemporaryAid } from './temporary-aid.js';

const ENTITIES = [
  DibaoGrant,
  EconomicCheck,
  Household,
  HouseholdMember,
  NearDibaoGrant,
  RecordState,
  Resident,
  RigidExpenditure,
  TekunGrant,
  TemporaryAid,
];

/** "Migrations of this database": two processes that start together must not both run them. */
const MIGRATION_LOCK = 4_101;

/** Opens the bureau's database and brings its tables up to date. @throws when it cannot be reached. */
export async function openDataSource(databaseUrl: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    applicationName: 'civil-affairs',
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
