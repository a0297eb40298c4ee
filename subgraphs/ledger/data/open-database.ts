import type { Pool } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openDataSource, poolOf } from '../../../kit/database/open-data-source.js';

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

/** The case reference of operations that belong to a batch, so that the auditor reads a run over a list as one entry. */
class AddBatch1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE hub_operation ADD COLUMN batch text');
    await runner.query('CREATE INDEX hub_operation_batch ON hub_operation (batch) WHERE batch IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE hub_operation DROP COLUMN batch');
  }
}

/** Opens and migrates the ledger's database. The caller closes it. */
export async function openLedgerDatabase(url: string): Promise<{ pool: Pool; close(): Promise<void> }> {
  const dataSource = await openDataSource(url, {
    owner: 'ledger',
    entities: [],
    migrations: [CreateOperations1700000000001, AddBatch1700000000002],
  });
  return { pool: poolOf(dataSource), close: () => dataSource.destroy() };
}
