import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../cli/postgres/start-postgres.js';
import { readConsentEvents } from '../kit/decide/consent-reader.js';
import { decide } from '../kit/decide/decide.js';
import { loadPolicy } from '../kit/decide/policy.js';
import { KIT_TABLES } from '../kit/tables.js';
import { CATEGORIES, type Category } from '../schema/vocabulary/categories.js';

/**
 * How long deciding on 5,000 persons takes, the read of their grants included (goal: 25 ms), on a replica of events about
 * 100,000 persons: a grant each, and a withdrawal of every fourth. Every run asks about other persons; 4 of 5 are among
 * them. Run from the root of the repository.
 */
const PERSONS = 5_000;
const KNOWN = 100_000;
const RUNS = 30;
const WARM_UP = 5;
const ALL = Object.keys(CATEGORIES) as Category[];
const RECIPIENT = 'charity-federation';
const PURPOSE = 'PRIOR_AID_CHECK';

const newRef = () => `1.${randomBytes(32).toString('base64url')}`;
const median = (values: number[]) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)] as number;
const rounded = (ms: number) => Number(ms.toFixed(2));

const policy = loadPolicy(readFileSync('subgraphs/civil-affairs/policy.yaml', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'aidgraph-bench-'));
// As root, PostgreSQL runs as an account that must be able to pass through.
chmodSync(folder, 0o755);
const server = await startPostgres({ dataDir: join(folder, 'postgres') });
const pool = new pg.Pool({ connectionString: server.adminUrl, max: 4 });
// The server ends before the last connection has; that is no news.
pool.on('error', () => undefined);
try {
  for (const statement of KIT_TABLES) await pool.query(statement);
  const refs = Array.from({ length: KNOWN }, newRef);
  for (const kind of ['GIVE', 'WITHDRAW']) {
    await pool.query(
      `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from)
       SELECT $2 || ref, $2, ref, $3, $4, '{AID,STATUS,HEALTH}', CASE $2 WHEN 'GIVE' THEN 'DETAIL' END, now(), now()
       FROM unnest($1::text[]) AS ref`,
      [kind === 'GIVE' ? refs : refs.filter((_, at) => at % 4 === 0), kind, RECIPIENT, PURPOSE],
    );
  }
  await pool.query('VACUUM ANALYZE consent_event');

  const reads: number[] = [];
  const decisions: number[] = [];
  const totals: number[] = [];
  for (let run = 0; run < RUNS + WARM_UP; run++) {
    const known = Array.from({ length: (PERSONS * 4) / 5 }, () => refs[Math.floor(Math.random() * KNOWN)] as string);
    const persons = [...known, ...Array.from({ length: PERSONS / 5 }, newRef)];
    const start = performance.now();
    const { events } = await readConsentEvents(pool, persons, RECIPIENT, PURPOSE);
    const read = performance.now();
    const decided = decide(policy, { recipient: RECIPIENT, purpose: PURPOSE, categories: ALL, persons, events, now: new Date() });
    for (const ref of persons) decided.fieldOutcome(ref, ['AID', 'HEALTH']);
    const end = performance.now();
    if (run < WARM_UP) continue;
    reads.push(read - start);
    decisions.push(end - read);
    totals.push(end - start);
  }
  const figures = {
    persons: PERSONS,
    read_ms: rounded(median(reads)),
    decide_ms: rounded(median(decisions)),
    total_ms: rounded(median(totals)),
  };
  process.stdout.write(`${JSON.stringify({ bench: 'decide', ratios: {}, figures })}\n`);
} finally {
  await pool.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
