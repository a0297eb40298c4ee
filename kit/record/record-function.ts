import { LEDGER_LOCK } from './ledger-lock.js';

/**
 * `record_disclosure`: all that stands between a decision and its release, inside the database, so that one statement does it and
 * COMMIT follows without another word of ours.
 *
 * Under the ledger's lock, and seeing all that was committed when it got it: CONSENT_CHANGED when a person of `revocable_refs`
 * said something after `its_mark`, or the replica's lease is over at `its_time` (milliseconds since 1970, when this was sent)
 * and as long as this waited, also when the database's clock is set back meanwhile; REPLAYED when the statement was answered before; else the disclosure and its persons are written.
 * Refs and outcomes are separated by line feeds.
 */
export const RECORD_FUNCTION = `CREATE OR REPLACE FUNCTION record_disclosure(
  its_jti text, its_at timestamptz, its_entry bytea, its_evidence_key text, its_evidence bytea,
  its_refs text, its_outcomes text,
  revocable_refs text, its_recipient text, its_purpose text, its_mark bigint, its_time float8
) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  its_seq bigint;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true), pg_advisory_xact_lock(${LEDGER_LOCK});
  IF revocable_refs <> '' AND (
    EXISTS (
      SELECT 1 FROM consent_event
      WHERE ref = ANY (string_to_array(revocable_refs, E'\\n')) AND recipient = its_recipient AND purpose = its_purpose AND seq > its_mark
    ) OR NOT EXISTS (
      SELECT 1 FROM consent_replica
      WHERE lease_until > to_timestamp(its_time / 1000) + greatest(clock_timestamp() - statement_timestamp(), interval '0')
    )
  ) THEN
    RETURN 'CONSENT_CHANGED';
  END IF;
  INSERT INTO disclosure (jti, at, entry, evidence_key, evidence)
    VALUES (its_jti, its_at, its_entry, its_evidence_key, its_evidence)
    ON CONFLICT (jti) DO NOTHING RETURNING seq INTO its_seq;
  IF its_seq IS NULL THEN
    RETURN 'REPLAYED';
  END IF;
  INSERT INTO disclosure_person (seq, ref, outcomes)
    SELECT its_seq, about.ref, about.outcomes
    FROM unnest(string_to_array(its_refs, E'\\n'), string_to_array(its_outcomes, E'\\n')) AS about (ref, outcomes);
  RETURN 'RECORDED';
END $$`;
