import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KIT_TABLES } from '../../../../kit/tables.js';

const RECORDS: readonly string[] = [
  'CREATE TABLE party (id_number text PRIMARY KEY, ref text)',
  'CREATE INDEX party_ref ON party (ref)',
  `CREATE TABLE project (
    project_no text PRIMARY KEY,
    name text NOT NULL,
    category text,
    diseases text,
    cap_per_grant text,
    cap_per_year text,
    started_on text,
    state text
  )`,
  `CREATE TABLE charity_grant (
    register_no text PRIMARY KEY,
    name text NOT NULL,
    id_number text,
    project_name text NOT NULL,
    disease text,
    disease_code text,
    granted_on text NOT NULL,
    amount text NOT NULL,
    note text
  )`,
  'CREATE INDEX charity_grant_id_number ON charity_grant (id_number)',
  `CREATE TABLE fund_case (
    case_no text PRIMARY KEY,
    name text NOT NULL,
    id_number text,
    disease text,
    disease_code text,
    applied_on text,
    gap text,
    met_on text,
    decision text,
    paid_on text,
    paid text
  )`,
  'CREATE INDEX fund_case_id_number ON fund_case (id_number)',
  `CREATE TABLE donation (
    donation_no text PRIMARY KEY,
    donor_kind text,
    donor_name text,
    donor_id_number text,
    donated_on text NOT NULL,
    amount text NOT NULL,
    beneficiary_name text,
    beneficiary_id_number text,
    unpublished boolean NOT NULL
  )`,
  'CREATE INDEX donation_beneficiary ON donation (beneficiary_id_number)',
];

const TABLES = ['party', 'project', 'charity_grant', 'fund_case', 'donation'];

/** The kit's tables and the federation's sheets. */
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
