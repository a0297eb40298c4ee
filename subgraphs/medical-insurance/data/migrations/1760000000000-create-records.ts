import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KIT_TABLES } from '../../../../kit/tables.js';

const RECORDS: readonly string[] = [
  'CREATE TABLE person (id_number text PRIMARY KEY, ref text)',
  'CREATE INDEX person_ref ON person (ref)',
  `CREATE TABLE insured (
    psn_no text NOT NULL,
    insurance_type text NOT NULL,
    began_on date NOT NULL,
    id_number text,
    name text NOT NULL,
    sex_code text,
    birth_date text,
    person_type text,
    area_code text,
    ended_on date,
    premium_subsidised boolean NOT NULL,
    PRIMARY KEY (psn_no, insurance_type, began_on)
  )`,
  'CREATE INDEX insured_id_number ON insured (id_number)',
  `CREATE TABLE settlement (
    setl_id text PRIMARY KEY,
    mdtrt_id text,
    psn_no text NOT NULL,
    insurance_type text NOT NULL,
    care_type text NOT NULL,
    admitted_on date,
    discharged_on date,
    settled_on date NOT NULL,
    disease_code text,
    disease text,
    hospital text,
    medfee_sumamt numeric(16,2) NOT NULL,
    fulamt_ownpay_amt numeric(16,2) NOT NULL,
    overlmt_selfpay numeric(16,2) NOT NULL,
    preselfpay_amt numeric(16,2) NOT NULL,
    inscp_scp_amt numeric(16,2) NOT NULL,
    act_pay_dedc numeric(16,2) NOT NULL,
    hifp_pay numeric(16,2) NOT NULL,
    cvlserv_pay numeric(16,2) NOT NULL,
    hifes_pay numeric(16,2) NOT NULL,
    hifmi_pay numeric(16,2) NOT NULL,
    hifob_pay numeric(16,2) NOT NULL,
    maf_pay numeric(16,2) NOT NULL,
    hosp_part_amt numeric(16,2) NOT NULL,
    oth_pay numeric(16,2) NOT NULL,
    fund_pay_sumamt numeric(16,2) NOT NULL,
    psn_part_amt numeric(16,2) NOT NULL,
    acct_pay numeric(16,2) NOT NULL,
    psn_cash_pay numeric(16,2) NOT NULL,
    reverses_id text
  )`,
  'CREATE INDEX settlement_person ON settlement (psn_no)',
  'CREATE INDEX settlement_reversed ON settlement (reverses_id) WHERE reverses_id IS NOT NULL',
  `CREATE TABLE fund_split (
    setl_id text NOT NULL,
    fund_pay_type text NOT NULL,
    fund_pay_type_name text,
    inscp_scp_amt numeric(16,2),
    fund_payamt numeric(16,2) NOT NULL,
    PRIMARY KEY (setl_id, fund_pay_type)
  )`,
  `CREATE TABLE ma_claim (
    claim_no text PRIMARY KEY,
    setl_id text,
    psn_no text NOT NULL,
    ma_class text NOT NULL,
    applied_on date,
    notice_from date,
    notice_until date,
    rate numeric(12,4),
    paid_on date,
    paid_amount numeric(16,2)
  )`,
  'CREATE INDEX ma_claim_settlement ON ma_claim (setl_id)',
  'CREATE INDEX ma_claim_person ON ma_claim (psn_no)',
  `CREATE TABLE commercial_claim (
    claim_no text PRIMARY KEY,
    setl_id text,
    psn_no text NOT NULL,
    policy_year text,
    in_policy boolean NOT NULL,
    paid_on date,
    paid_amount numeric(16,2)
  )`,
  'CREATE INDEX commercial_claim_settlement ON commercial_claim (setl_id)',
  `CREATE TABLE high_cost_alert (
    alert_no text PRIMARY KEY,
    psn_no text NOT NULL,
    alert_year integer NOT NULL,
    raised_on date NOT NULL,
    burden_amount numeric(16,2) NOT NULL,
    state text NOT NULL
  )`,
  'CREATE INDEX high_cost_alert_person ON high_cost_alert (psn_no)',
];

const TABLES = ['person', 'insured', 'settlement', 'fund_split', 'ma_claim', 'commercial_claim', 'high_cost_alert'];

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
