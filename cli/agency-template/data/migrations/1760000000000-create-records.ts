import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KIT_TABLES } from '../../../../kit/tables.js';

const RECORDS: readonly string[] = [
  'CREATE TABLE recipient (id_number text PRIMARY KEY, ref text)',
  'CREATE INDEX recipient_ref ON recipient (ref)',
  `CREATE TABLE aid (
    aid_no text PRIMARY KEY,
    name text,
    id_number text,
    programme text NOT NULL,
    granted_on date NOT NULL,
    amount numeric(12, 2) NOT NULL
  )`,
  'CREATE INDEX aid_id_number ON aid (id_number)',
];

const TABLES = ['recipient', 'aid'];

/** The kit's tables and the agency's records. */
export class CreateRecords1760000000000 implements MigrationInterface {
  name = 'CreateRecords1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...KIT_TABLES, ...RECORDS]) await runner.query(statement);
  }

  /** The kit's tables stay: what was disclosed is never dropped with the records. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}
