import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KIT_TABLES } from '../../../../kit/tables.js';

const RECORDS: readonly string[] = [
  'CREATE TABLE beneficiary (id_number text PRIMARY KEY, ref text)',
  'CREATE INDEX beneficiary_ref ON beneficiary (ref)',
  `CREATE TABLE humanitarian_grant (
    grant_no text PRIMARY KEY,
    name text NOT NULL,
    id_number text,
    project text NOT NULL,
    disease text,
    disease_code text,
    granted_on text NOT NULL,
    amount text NOT NULL,
    handled_by text
  )`,
  'CREATE INDEX humanitarian_grant_id_number ON humanitarian_grant (id_number)',
];

const TABLES = ['beneficiary', 'humanitarian_grant'];

/** The kit's tables and the Red Cross's sheet. */
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
