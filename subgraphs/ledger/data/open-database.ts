import type { Pool } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The hub's operations, append-only. */
class CreateOperations1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE hub_operation (
      seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      request_id text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('OPENED', 'CLOSED')),
      at timestamptz NOT NULL,
      entry bytea NOT NULL,
      UNIQUE (request_id, kind)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hub_operation');
  }
}

/** Opens and migrates the ledger's database. The caller closes it. */
export async function openLedgerDatabase(url: string): Promise<{ pool: Pool; close(): Promise<void> }> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: [],
    migrations: [CreateOperations1700000000001],
    migrationsRun: true,
    synchronize: false,
    poolSize: 4,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  });
  await source.initialize();
  const pool = (source.driver as unknown as { master: Pool }).master;
  // Without a listener an idle connection that breaks ends the process.
  pool.on('error', () => undefined);
  return { pool, close: () => source.destroy() };
}
