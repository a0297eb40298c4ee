import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KIT_TABLES } from '../../../../kit/tables.js';

const RECORDS: readonly string[] = [
  'CREATE TABLE patient (id_number text PRIMARY KEY, ref text)',
  'CREATE INDEX patient_ref ON patient (ref)',
  `CREATE TABLE campaign (
    campaign_no text PRIMARY KEY,
    patient_name text NOT NULL,
    id_number text,
    organiser_name text,
    organiser_relation text,
    disease text,
    disease_code text,
    target_amount numeric(12, 2) NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    state_code text NOT NULL,
    verification_code text NOT NULL
  )`,
  'CREATE INDEX campaign_id_number ON campaign (id_number)',
  `CREATE TABLE money_entry (
    entry_no text PRIMARY KEY,
    campaign_no text NOT NULL,
    entry_kind text NOT NULL,
    entered_at timestamptz NOT NULL,
    amount numeric(12, 2) NOT NULL,
    payee_code text
  )`,
  'CREATE INDEX money_entry_campaign ON money_entry (campaign_no)',
];

const TABLES = ['patient', 'campaign', 'money_entry'];

/** The kit's tables and the platform's records. */
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
