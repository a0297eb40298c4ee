import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KIT_TABLES } from '../../../../kit/tables.js';

const RECORDS: readonly string[] = [
  'CREATE TABLE cardholder (id_number text PRIMARY KEY, ref text)',
  'CREATE INDEX cardholder_ref ON cardholder (ref)',
  `CREATE TABLE disability_card (
    card_no text PRIMARY KEY,
    id_number text,
    name text NOT NULL,
    sex text,
    disability_type text NOT NULL,
    disability_grade text,
    issued_on date NOT NULL,
    valid_until date,
    state_code text NOT NULL
  )`,
  'CREATE INDEX disability_card_id_number ON disability_card (id_number)',
  `CREATE TABLE subsidy (
    subsidy_no text PRIMARY KEY,
    id_number text,
    subsidy_kind text NOT NULL,
    monthly_amount numeric(12, 2) NOT NULL,
    began_month text NOT NULL,
    ended_month text,
    last_paid_month text
  )`,
  'CREATE INDEX subsidy_id_number ON subsidy (id_number)',
  `CREATE TABLE rehabilitation_aid (
    aid_no text PRIMARY KEY,
    id_number text,
    project text NOT NULL,
    institution text,
    approved_on date NOT NULL,
    amount numeric(12, 2) NOT NULL
  )`,
  'CREATE INDEX rehabilitation_aid_id_number ON rehabilitation_aid (id_number)',
];

const TABLES = ['cardholder', 'disability_card', 'subsidy', 'rehabilitation_aid'];

/** The kit's tables and the card system's records. */
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
