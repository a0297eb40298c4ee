import type { Pool } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openDataSource, poolOf } from '../../../kit/database/open-data-source.js';

/**
 * grant_event: what was recorded, append-only, persons under consent's own refs. delivery: what each agency is told of it, numbered
 * per agency without a gap. agency_progress: the newest number of each agency, and the newest it said it has applied.
 */
const TABLES: readonly string[] = [
  `CREATE TABLE evidence_key (
    id text PRIMARY KEY,
    auditor_key_id text NOT NULL,
    sealed bytea NOT NULL
  )`,
  `CREATE TABLE grant_event (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    body_digest text NOT NULL,
    recorded_at timestamptz NOT NULL,
    organisation text NOT NULL,
    client text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('GIVE', 'REFUSE', 'WITHDRAW', 'EXPIRE', 'AUTHORISE_HOUSEHOLD_CHECK')),
    person text NOT NULL,
    recipient text NOT NULL,
    purpose text NOT NULL,
    categories text[] NOT NULL,
    extent text CHECK (extent IN ('SUMMARY', 'DETAIL')),
    valid_from timestamptz NOT NULL,
    valid_until timestamptz,
    notice_version text,
    capacity text NOT NULL CHECK (capacity IN ('SELF', 'PARENT', 'GUARDIAN', 'AGENT')),
    grantor text,
    evidence_hash text,
    evidence_key text NOT NULL REFERENCES evidence_key,
    evidence bytea NOT NULL,
    CHECK ((kind = 'GIVE') = (extent IS NOT NULL))
  )`,
  'CREATE INDEX grant_event_recorder ON grant_event (organisation, person, seq)',
  `CREATE TABLE delivery (
    agency text NOT NULL,
    number bigint NOT NULL,
    event bigint NOT NULL REFERENCES grant_event,
    PRIMARY KEY (agency, number)
  )`,
  'CREATE INDEX delivery_event ON delivery (event)',
  `CREATE TABLE agency_progress (
    agency text PRIMARY KEY,
    last_number bigint NOT NULL DEFAULT 0,
    acknowledged bigint NOT NULL DEFAULT 0
  )`,
  `CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'this table only grows'; END $$`,
  ...['grant_event', 'delivery', 'evidence_key'].map(
    (table) =>
      `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION append_only()`,
  ),
];

class CreateGrants1763740800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was recorded is not taken back.');
  }
}

/** Opens and migrates consent's database. The caller closes it. */
export async function openConsentDatabase(url: string): Promise<{ pool: Pool; close(): Promise<void> }> {
  const dataSource = await openDataSource(url, { owner: 'consent', entities: [], migrations: [CreateGrants1763740800000] });
  return { pool: poolOf(dataSource), close: () => dataSource.destroy() };
}
