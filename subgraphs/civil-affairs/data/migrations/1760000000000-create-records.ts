import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KIT_TABLES } from '../../../../kit/tables.js';

const RECORDS: readonly string[] = [
  `CREATE TABLE resident (
    resident_no text PRIMARY KEY,
    id_number text,
    ref text,
    name text NOT NULL,
    sex_code text,
    birth_date text,
    hukou_type text,
    town_code text,
    town_name text,
    village_address text,
    telephone text
  )`,
  'CREATE INDEX resident_id_number ON resident (id_number)',
  'CREATE INDEX resident_ref ON resident (ref)',
  `CREATE TABLE household (
    household_no text PRIMARY KEY,
    head_resident_no text NOT NULL,
    town_code text,
    village_address text,
    member_count integer
  )`,
  `CREATE TABLE household_member (
    household_no text NOT NULL,
    resident_no text NOT NULL,
    relation_code text,
    covered boolean NOT NULL,
    PRIMARY KEY (household_no, resident_no)
  )`,
  'CREATE INDEX household_member_resident ON household_member (resident_no)',
  `CREATE TABLE dibao_grant (
    card_no text PRIMARY KEY,
    household_no text NOT NULL,
    resident_no text NOT NULL,
    object_type text NOT NULL,
    grant_type text NOT NULL,
    monthly_amount numeric(12,2) NOT NULL,
    began_on date NOT NULL,
    review_on date,
    ended_on date,
    last_paid_month text
  )`,
  'CREATE INDEX dibao_grant_household ON dibao_grant (household_no)',
  'CREATE INDEX dibao_grant_resident ON dibao_grant (resident_no)',
  `CREATE TABLE near_dibao_grant (
    card_no text PRIMARY KEY,
    household_no text NOT NULL,
    resident_no text NOT NULL,
    object_type text NOT NULL,
    monthly_amount numeric(12,2),
    began_on date NOT NULL,
    review_on date,
    ended_on date,
    last_paid_month text
  )`,
  'CREATE INDEX near_dibao_grant_household ON near_dibao_grant (household_no)',
  `CREATE TABLE tekun_grant (
    card_no text PRIMARY KEY,
    resident_no text NOT NULL,
    object_type text NOT NULL,
    support_mode text,
    care_grade text,
    monthly_amount numeric(12,2) NOT NULL,
    began_on date NOT NULL,
    review_on date,
    ended_on date,
    last_paid_month text
  )`,
  'CREATE INDEX tekun_grant_resident ON tekun_grant (resident_no)',
  `CREATE TABLE temporary_aid (
    aid_no text PRIMARY KEY,
    resident_no text NOT NULL,
    cause text,
    aid_mode text,
    amount numeric(12,2),
    applied_on date,
    notice_from date,
    notice_until date,
    granted_on date
  )`,
  'CREATE INDEX temporary_aid_resident ON temporary_aid (resident_no)',
  `CREATE TABLE rigid_expenditure (
    card_no text PRIMARY KEY,
    household_no text NOT NULL,
    object_type text NOT NULL,
    expenditure_ratio numeric(12,4),
    began_on date NOT NULL,
    valid_until date
  )`,
  'CREATE INDEX rigid_expenditure_household ON rigid_expenditure (household_no)',
  `CREATE TABLE economic_check (
    check_no text PRIMARY KEY,
    resident_no text NOT NULL,
    authorisation_no text NOT NULL,
    authorised_from date NOT NULL,
    authorised_until date,
    reported_on date,
    monthly_income numeric(12,2),
    assets numeric(14,2),
    conclusion text
  )`,
  'CREATE INDEX economic_check_resident ON economic_check (resident_no)',
];

const TABLES = [
  'resident',
  'household',
  'household_member',
  'dibao_grant',
  'near_dibao_grant',
  'tekun_grant',
  'temporary_aid',
  'rigid_expenditure',
  'economic_check',
];

/** The kit's tables and the bureau's records. */
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
