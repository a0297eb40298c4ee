import type { Pool } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

/** What one owner's database holds. */
export interface OwnTables {
  /** The owner, shown in pg_stat_activity. */
  readonly owner: string;
  readonly entities: Extract<DataSourceOptions['entities'], unknown[]>;
  readonly migrations: Extract<DataSourceOptions['migrations'], unknown[]>;
}

/**
 * PostgreSQL plans a prepared statement once per connection. Left to itself it plans every list of persons anew, which costs more than
 * reading them: all statements here find rows by index, whatever the list.
 */
export const KEPT_PLANS = '-c plan_cache_mode=force_generic_plan';

/** "Migrations of this database": two processes that start together must not both run them. */
const MIGRATION_LOCK = 4_170_002;

/**
 * Opens an owner's database and brings its tables up to date. Pools are small because the owners of a county share one
 * server of 100 connections in development.
 *
 * @throws when it cannot be reached or migrated.
 */
export async function openDataSource(databaseUrl: string, { owner, entities, migrations }: OwnTables): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    applicationName: owner,
    entities,
    migrations,
    migrationsTransactionMode: 'all',
    synchronize: false,
    logging: false,
    poolSize: 4,
    extra: { options: KEPT_PLANS },
    // Nobody waits longer for an answer than this, so nobody needs a connection later.
    connectTimeoutMS: 5_000,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    // A connection PostgreSQL ends while idle is an event of the pool; unheard it would end this process. The pool
    // makes a new one when next asked.
    poolErrorHandler: unheard,
  });
  await dataSource.initialize();
  // The pool hears a connection's errors only while it is idle. One that breaks under a statement fails that statement, and
  // says so once more as an event that would end this process.
  poolOf(dataSource).on('acquire', (client) => client.off('error', unheard).on('error', unheard));
  try {
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

const unheard = (): void => undefined;

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
