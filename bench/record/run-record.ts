import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Disclosure, GroupRecorder } from '../../kit/record/group-recorder.js';
import { LEDGER_LOCK } from '../../kit/record/ledger-lock.js';
import { withKitTables } from '../house/open-bench-postgres.js';
import { median } from '../measure/median.js';
import { significant } from '../measure/significant.js';

/** What `bench -- record` prints. */
export interface RecordResult {
  readonly bench: 'record';
  readonly ratios: { readonly over_lock_serialised: number; readonly over_autocommit: number };
  readonly figures: { readonly inFlight: number; readonly rounds: number; readonly perSecond: Readonly<Record<Way, number>> };
}

type Way = 'groups' | 'lock_serialised' | 'autocommit';
type Writer = (disclosure: Disclosure) => Promise<unknown>;

const IN_FLIGHT = 64;
const ROUNDS = 5;
const ROUND_MS = 2_000;
const INSERT = `WITH entry AS (
    INSERT INTO disclosure (jti, at, entry, evidence_key, evidence) VALUES ($1, $2, $3, $4, $5) RETURNING seq
  ) INSERT INTO disclosure_person (seq, ref, outcomes) SELECT seq, $6, $7 FROM entry`;

/** Measures durable disclosures per second, one person each, in three ways over the same tables and pool, rounds interleaved. */
export const runRecord = (): Promise<RecordResult> =>
  withKitTables(async (pool) => {
    const recorder = new GroupRecorder(pool);
    const ways: Readonly<Record<Way, Writer>> = {
      groups: (disclosure) => recorder.record(disclosure),
      lock_serialised: (disclosure) => inOwnTransaction(pool, disclosure),
      autocommit: (disclosure) => pool.query({ name: 'insert-one', text: INSERT, values: valuesOf(disclosure) }),
    };
    const speeds: Record<Way, number[]> = { groups: [], lock_serialised: [], autocommit: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const way of Object.keys(ways) as Way[]) {
        const speed = await writeFor(ROUND_MS, ways[way]);
        // The first round warms up.
        if (round > 0) speeds[way].push(speed);
      }
    }
    const [groups, locked, single] = [median(speeds.groups), median(speeds.lock_serialised), median(speeds.autocommit)];
    return {
      bench: 'record',
      ratios: { over_lock_serialised: significant(groups / locked), over_autocommit: significant(groups / single) },
      figures: {
        inFlight: IN_FLIGHT,
        rounds: ROUNDS,
        perSecond: { groups: significant(groups), lock_serialised: significant(locked), autocommit: significant(single) },
      },
    };
  });

async function writeFor(milliseconds: number, write: Writer): Promise<number> {
  const started = performance.now();
  let written = 0;
  const work = async () => {
    while (performance.now() - started < milliseconds) {
      await write(disclosure());
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return written / ((performance.now() - started) / 1000);
}

/** What a chain written entry by entry does: lock, insert, commit. */
async function inOwnTransaction(pool: pg.Pool, disclosure: Disclosure): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL synchronous_commit = on; SELECT pg_advisory_xact_lock(${LEDGER_LOCK})`);
    await client.query({ name: 'insert-one', text: INSERT, values: valuesOf(disclosure) });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

const ENTRY = randomBytes(900);
const EVIDENCE = randomBytes(1_400);
const OUTCOMES = JSON.stringify({ AID: 'RAW', STATUS: 'RAW', HEALTH: 'WITHHELD', IDENTITY: 'WITHHELD', HOUSEHOLD: 'WITHHELD' });

const disclosure = (): Disclosure => ({
  jti: randomUUID(),
  at: new Date(),
  entry: ENTRY,
  evidenceKey: 'bench',
  evidence: EVIDENCE,
  persons: [{ ref: `1.${randomBytes(32).toString('base64url')}`, outcomes: OUTCOMES }],
  consent: { refs: [], recipient: 'civil-affairs', purpose: 'CASE_REVIEW', mark: 0n, time: Date.now },
});

const valuesOf = ({ jti, at, entry, evidenceKey, evidence, persons }: Disclosure): unknown[] => [
  jti,
  at,
  entry,
  evidenceKey,
  evidence,
  persons[0]?.ref,
  persons[0]?.outcomes,
];
