import { RECORD_FUNCTION } from './record/record-function.js';

/**
 * The kit's own tables in an agency's database; the agency's first migration runs these statements.
 *
 * consent_event: replica of the grants that concern this agency, append-only, under its own refs. `event_id` is consent's number
 * for this agency, `at` when the event was applied here, `ledger_seq` the newest disclosure at that moment.
 * consent_replica: one row, the newest number applied, and until when the replica counts (docs/consent-protocol.md).
 * disclosure: one row per answer, written before the answer is released. disclosure_person: whom it was about. Both are written by
 * record_disclosure (kit/record/record-function.ts).
 * evidence_key: keys that evidence is encrypted under, sealed to the auditor.
 * record_state: one row, when the agency's records were last brought up to date; its epoch is NEVER_IMPORTED.
 */
export const KIT_TABLES: readonly string[] = [
  `CREATE TABLE consent_event (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id text NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('GIVE', 'REFUSE', 'WITHDRAW', 'EXPIRE', 'AUTHORISE_HOUSEHOLD_CHECK')),
    ref text NOT NULL,
    recipient text NOT NULL,
    purpose text NOT NULL,
    categories text[] NOT NULL,
    extent text CHECK (extent IN ('SUMMARY', 'DETAIL')),
    at timestamptz NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_until timestamptz,
    ledger_seq bigint NOT NULL DEFAULT 0
  )`,
  `CREATE TABLE consent_replica (
    id integer PRIMARY KEY CHECK (id = 1),
    last_number bigint NOT NULL,
    lease_until timestamptz NOT NULL
  )`,
  "INSERT INTO consent_replica VALUES (1, 0, 'epoch')",
  'CREATE INDEX consent_event_person ON consent_event (ref, recipient, purpose)',
  `CREATE TABLE evidence_key (
    id text PRIMARY KEY,
    auditor_key_id text NOT NULL,
    sealed bytea NOT NULL
  )`,
  `CREATE TABLE disclosure (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    jti text NOT NULL UNIQUE,
    at timestamptz NOT NULL,
    entry bytea NOT NULL,
    evidence_key text NOT NULL,
    evidence bytea NOT NULL
  )`,
  `CREATE TABLE disclosure_person (
    seq bigint NOT NULL REFERENCES disclosure,
    ref text NOT NULL,
    outcomes text NOT NULL,
    PRIMARY KEY (seq, ref)
  )`,
  'CREATE INDEX disclosure_person_ref ON disclosure_person (ref)',
  RECORD_FUNCTION,
  'CREATE TABLE record_state (id integer PRIMARY KEY, as_of timestamptz NOT NULL)',
  "INSERT INTO record_state VALUES (1, 'epoch')",
];

/** "The kit's tables": two processes of an agency that start together must not both change them. */
const UPGRADE_LOCK = 4_170_004;

/**
 * One transaction that brings the tables of an agency made by an earlier version of the kit up to this list. What stood in its
 * replica before there was a consent service came from a development command, and nobody could withdraw it: so it goes.
 */
export const KIT_UPGRADE = `
  SELECT pg_advisory_xact_lock(${UPGRADE_LOCK});
  ${RECORD_FUNCTION};
  DO $$ BEGIN
    IF to_regclass('consent_replica') IS NULL THEN
      DELETE FROM consent_event;
      ALTER TABLE consent_event ADD COLUMN ledger_seq bigint NOT NULL DEFAULT 0;
      ALTER TABLE consent_event DROP CONSTRAINT consent_event_kind_check;
      ALTER TABLE consent_event ADD CHECK (kind IN ('GIVE', 'REFUSE', 'WITHDRAW', 'EXPIRE', 'AUTHORISE_HOUSEHOLD_CHECK'));
      CREATE TABLE consent_replica (
        id integer PRIMARY KEY CHECK (id = 1),
        last_number bigint NOT NULL,
        lease_until timestamptz NOT NULL
      );
      INSERT INTO consent_replica VALUES (1, 0, 'epoch');
    END IF;
  END $$`;
