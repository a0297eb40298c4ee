import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { modulePath } from '../../cli/house/run-module.js';
import { ConsentReplica } from '../../kit/consent/consent-replica.js';
import { decide } from '../../kit/decide/decide.js';
import { loadPolicy } from '../../kit/decide/policy.js';
import { CATEGORIES, type Category } from '../../schema/vocabulary/categories.js';
import { withKitTables } from '../house/open-bench-postgres.js';
import { median } from '../measure/median.js';
import { significant } from '../measure/significant.js';

/** What `bench -- decide` prints. */
export interface DecideResult {
  readonly bench: 'decide';
  /** The same persons decided on one at a time, over one set. */
  readonly ratios: { readonly set_over_single: number };
  readonly figures: {
    readonly persons: number;
    readonly replicaEvents: number;
    readonly takeMs: number;
    readonly setMs: number;
    readonly singlesMs: number;
  };
}

const PERSONS = 5_000;
/** Persons the replica may know. */
const REPLICA = 50_000;
const RUNS = 15;
const RECIPIENT = 'charity-federation';
const PURPOSE = 'PRIOR_AID_CHECK';
const ALL = Object.keys(CATEGORIES) as Category[];

/** Measures 5,000 consent decisions over all categories, the reading of their events included, and how long a process takes to take the replica. */
export const runDecide = (): Promise<DecideResult> =>
  withKitTables(async (pool) => {
    const refs = Array.from({ length: REPLICA }, () => `1.${randomBytes(32).toString('base64url')}`);
    const replicaEvents = await fillReplica(pool, refs);
    const policy = loadPolicy(readFileSync(modulePath('subgraphs/civil-affairs/policy.yaml'), 'utf8'));
    const replica = new ConsentReplica(pool);
    const timed = async (work: () => Promise<unknown>) => {
      const started = performance.now();
      await work();
      return performance.now() - started;
    };
    const takeMs = await timed(() => replica.take());
    const decideOn = async (persons: readonly string[]) => {
      const { events } = await replica.read(persons, RECIPIENT, PURPOSE);
      const asked = { recipient: RECIPIENT, purpose: PURPOSE, categories: ALL, persons, events, now: new Date() };
      const decisions = decide(policy, asked);
      return persons.filter((ref) => ALL.some((category) => decisions.outcome(ref, category).outcome !== 'WITHHELD')).length;
    };
    // Half of the persons have a grant: a decision that released nothing would have measured nothing.
    if ((await decideOn(refs.slice(0, PERSONS))) === 0) throw new Error('no grant was taken into account');
    const sets: number[] = [];
    for (let run = 0; run < RUNS; run += 1) sets.push(await timed(() => decideOn(refs.slice(run * 1_000, run * 1_000 + PERSONS))));
    const singles = await timed(async () => {
      for (const ref of refs.slice(0, PERSONS)) await decideOn([ref]);
    });
    return {
      bench: 'decide',
      ratios: { set_over_single: significant(singles / median(sets)) },
      figures: {
        persons: PERSONS,
        replicaEvents,
        takeMs: significant(takeMs),
        setMs: significant(median(sets)),
        singlesMs: significant(singles),
      },
    };
  });

/** Every second person gave a grant, every tenth of those withdrew it. @returns the number of events. */
async function fillReplica(pool: pg.Pool, refs: readonly string[]): Promise<number> {
  const rows = refs.flatMap((ref, at) =>
    at % 2 === 1 ? [] : [{ ref, kind: 'GIVE' }, ...(at % 20 === 0 ? [{ ref, kind: 'WITHDRAW' }] : [])],
  );
  await pool.query(
    `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from)
     SELECT id, kind, ref, $4, $5, '{AID,STATUS}', CASE kind WHEN 'GIVE' THEN 'SUMMARY' END, now(), now() - interval '1 hour'
       FROM unnest($1::text[], $2::text[], $3::text[]) AS event (id, kind, ref)`,
    [rows.map(() => randomUUID()), rows.map(({ kind }) => kind), rows.map(({ ref }) => ref), RECIPIENT, PURPOSE],
  );
  await pool.query('ANALYZE consent_event');
  return rows.length;
}
