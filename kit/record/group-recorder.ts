import type { Pool, PoolClient } from 'pg';
import { counter } from '../../runtime/metrics.js';

/** One answer to be made durable before it is released. */
export interface Disclosure {
  /** The statement it answers; unique in the ledger. */
  readonly jti: string;
  readonly at: Date;
  /** RFC 8785 bytes: who asked, why, under which policy version, what each field did. */
  readonly entry: Buffer;
  readonly evidenceKey: string;
  readonly evidence: Buffer;
  /** Whom it was about, by the agency's refs, and what was decided on each. */
  readonly persons: readonly { readonly ref: string; readonly outcomes: string }[];
  /** What persons can take back: nothing newer than `mark` may stand in the replica for them, and its lease must last at `time()`. */
  readonly consent: {
    readonly refs: readonly string[];
    readonly recipient: string;
    readonly purpose: string;
    readonly mark: bigint;
    /** The time now, in milliseconds since 1970. */
    readonly time: () => number;
  };
}

/** RECORDED: durable. REPLAYED: this statement was answered before. CONSENT_CHANGED: decide again. */
export type Recorded = 'RECORDED' | 'REPLAYED' | 'CONSENT_CHANGED';

/** Taken by every writer of this ledger and by the application of consent events, so that the two are one order. */
export const LEDGER_LOCK = 4_170_001;

const GROUP = 256;
const recordedTotal = counter('aidgraph_disclosures_total', 'Disclosures by what became of them.', ['result']);
const groups = counter('aidgraph_disclosure_groups_total', 'Transactions that recorded disclosures.');

interface Waiting {
  readonly disclosure: Disclosure;
  readonly settle: (result: Recorded) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Records disclosures in groups: while one transaction is under way the next answers gather, and one COMMIT makes them
 * all durable. Consent is checked again inside that transaction, under the lock withdrawals take.
 */
export class GroupRecorder {
  readonly #pool: Pool;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** @throws when the transaction fails: the answer must then not be released. */
  record(disclosure: Disclosure): Promise<Recorded> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ disclosure, settle, fail });
      this.#running ??= this.#drain();
    });
  }

  /** Lets what is waiting be recorded. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, GROUP);
      try {
        const results = await writeGroup(
          this.#pool,
          group.map((entry) => entry.disclosure),
        );
        groups.inc();
        for (const [index, { settle }] of group.entries()) {
          const result = results[index] as Recorded;
          recordedTotal.inc({ result });
          settle(result);
        }
      } catch (error) {
        for (const { fail } of group) fail(error);
      }
    }
    // Together with the check above: an answer that comes in between would wait for the next one.
    this.#running = undefined;
  }
}

async function writeGroup(pool: Pool, group: readonly Disclosure[]): Promise<Recorded[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`BEGIN; SET LOCAL synchronous_commit = on; SELECT pg_advisory_xact_lock(${LEDGER_LOCK})`);
    const changed = await consentChanged(client, group);
    const standing = group.filter((_, index) => !changed.has(index));
    // Of one statement's answers in a group the first: the others would write its persons again, and fail the group.
    const written = await insert(client, [...new Map(standing.toReversed().map((entry) => [entry.jti, entry])).values()]);
    await client.query('COMMIT');
    return group.map((entry, index) => (changed.has(index) ? 'CONSENT_CHANGED' : written.delete(entry.jti) ? 'RECORDED' : 'REPLAYED'));
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // A connection in an unknown state is not given back.
    client.release(broken);
  }
}

async function consentChanged(client: PoolClient, group: readonly Disclosure[]): Promise<ReadonlySet<number>> {
  const checks = group.flatMap(({ consent }, index) => consent.refs.map((ref) => ({ index, ref, ...consent, now: consent.time() })));
  if (checks.length === 0) return new Set();
  const { rows } = await client.query<{ index: number }>({
    name: 'consent-changed',
    text: `SELECT DISTINCT asked.index
      FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::float8[]) AS asked(index, ref, recipient, purpose, mark, now)
      LEFT JOIN consent_event event ON event.ref = asked.ref AND event.recipient = asked.recipient AND event.purpose = asked.purpose AND event.seq > asked.mark
      WHERE event.seq IS NOT NULL OR to_timestamp(asked.now / 1000) >= (SELECT lease_until FROM consent_replica)`,
    values: [
      checks.map((check) => check.index),
      checks.map((check) => check.ref),
      checks.map((check) => check.recipient),
      checks.map((check) => check.purpose),
      checks.map((check) => check.mark),
      checks.map((check) => check.now),
    ],
  });
  return new Set(rows.map((row) => row.index));
}

async function insert(client: PoolClient, group: readonly Disclosure[]): Promise<Set<string>> {
  if (group.length === 0) return new Set();
  const persons = group.flatMap(({ jti, persons: about }) => about.map((person) => ({ jti, ...person })));
  const { rows } = await client.query<{ jti: string }>({
    name: 'insert-disclosures',
    text: `WITH entry AS (
        INSERT INTO disclosure (jti, at, entry, evidence_key, evidence)
        SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::bytea[], $4::text[], $5::bytea[])
        ON CONFLICT (jti) DO NOTHING RETURNING seq, jti
      ), person AS (
        INSERT INTO disclosure_person (seq, ref, outcomes)
        SELECT entry.seq, about.ref, about.outcomes FROM unnest($6::text[], $7::text[], $8::text[]) AS about(jti, ref, outcomes)
        JOIN entry USING (jti)
      )
      SELECT jti FROM entry`,
    values: [
      group.map((entry) => entry.jti),
      group.map((entry) => entry.at),
      group.map((entry) => entry.entry),
      group.map((entry) => entry.evidenceKey),
      group.map((entry) => entry.evidence),
      persons.map((person) => person.jti),
      persons.map((person) => person.ref),
      persons.map((person) => person.outcomes),
    ],
  });
  return new Set(rows.map((row) => row.jti));
}
