import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PROCESSES } from '../../cli/house/processes.js';
import { normaliseResidentId, type ResidentId } from '../../client/normalise-resident-id.js';
import { freeBasePort } from '../house/free-base-port.js';
import { type BenchHouse, openBenchHouse } from '../house/open-bench-house.js';
import { quantile } from '../measure/quantile.js';
import { countLedger, type LedgerCount } from './count-ledger.js';
import { benchOfficer, type Officer } from './officer.js';

/** Milliseconds from sending a withdrawal to its return. */
interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

/** What `bench -- withdraw` prints. Every count but the last two of `answers` is to be 0 where it says after. */
export interface WithdrawResult {
  readonly bench: 'withdraw';
  readonly ledgers: Readonly<Record<string, LedgerCount>>;
  readonly answers: {
    readonly asked: number;
    /** As recorded by consent, and come to the asker after the withdrawal had returned. */
    readonly rawAfterReturn: number;
    /** As recorded by consent, over all. */
    readonly raw: number;
    /** The same while a withdrawal was under way: had the wait been left out, these might have come after its return. */
    readonly rawWhileUnderWay: number;
  };
  readonly latencyMs: { readonly allUp: Latency; readonly oneSilent: Latency };
  readonly figures: {
    readonly inFlight: number;
    readonly people: number;
    readonly seconds: number;
    readonly loadBefore: readonly number[];
  };
}

const IN_FLIGHT = 16;
const SILENT_WITHDRAWALS = 20;
const SILENT = 'civil-affairs';

interface Under {
  begun: number;
  returned?: number;
}

/** Asks `asks` questions while `withdrawals` grants are withdrawn, then withdraws some more with one agency frozen. Ends what it started. */
export async function runWithdraw(options: {
  readonly asks: number;
  readonly withdrawals: number;
  readonly people: number;
  readonly signal: AbortSignal;
}): Promise<WithdrawResult> {
  const { asks, withdrawals, people, signal } = options;
  const loadBefore = loadavg();
  const house = await openBenchHouse({ port: await freeBasePort(1, 0), people, signal });
  try {
    const officer = await benchOfficer(house);
    const refs = await officer.refs(await somePeople(house, withdrawals + SILENT_WITHDRAWALS));
    process.stderr.write(`Giving ${refs.length} grants …\n`);
    await inTurns(refs, (ref) => officer.record(ref, 'GIVE', false));
    await delivered(house);

    process.stderr.write(`Asking ${asks} questions while ${withdrawals} grants are withdrawn …\n`);
    const started = performance.now();
    const counted = await askAndWithdraw(officer, refs.slice(0, withdrawals), asks, signal);
    const seconds = (performance.now() - started) / 1000;

    process.stderr.write(`Withdrawing ${SILENT_WITHDRAWALS} more while ${SILENT} is frozen …\n`);
    const frozen = house.pids.get(SILENT) as number;
    process.kill(frozen, 'SIGSTOP');
    const silent: number[] = [];
    try {
      await Promise.all(refs.slice(withdrawals).map(async (ref) => silent.push(await timed(() => officer.record(ref, 'WITHDRAW', true)))));
    } finally {
      process.kill(frozen, 'SIGCONT');
    }
    for (const ref of refs) if (await officer.seesRaw(ref)) counted.rawAfterReturn += 1;

    return {
      bench: 'withdraw',
      ledgers: Object.fromEntries(
        await Promise.all(agencies().map(async (name) => [name, await countLedger(databaseOf(house, name))] as const)),
      ),
      answers: {
        asked: counted.asked + refs.length,
        rawAfterReturn: counted.rawAfterReturn,
        raw: counted.raw,
        rawWhileUnderWay: counted.rawWhileUnderWay,
      },
      latencyMs: { allUp: latency(counted.latencies), oneSilent: latency(silent) },
      figures: { inFlight: IN_FLIGHT, people, seconds: Math.round(seconds), loadBefore },
    };
  } finally {
    await house.close();
  }
}

async function askAndWithdraw(officer: Officer, refs: readonly string[], asks: number, signal: AbortSignal) {
  const under = new Map<string, Under>();
  const latencies: number[] = [];
  const withdrawing: Promise<void>[] = [];
  const count = { asked: 0, raw: 0, rawWhileUnderWay: 0, rawAfterReturn: 0, latencies };
  let next = 0;
  const withdraw = (ref: string) => {
    const entry: Under = { begun: performance.now() };
    under.set(ref, entry);
    withdrawing.push(
      officer.record(ref, 'WITHDRAW', true).then(() => {
        entry.returned = performance.now();
        latencies.push(entry.returned - entry.begun);
      }),
    );
  };
  const ask = async () => {
    while (count.asked < asks) {
      signal.throwIfAborted();
      count.asked += 1;
      if (count.asked % Math.floor(asks / refs.length) === 0 && next < refs.length) withdraw(refs[next++] as string);
      // Every second question is about somebody whose withdrawal begins about now, the others about anybody.
      const near = Math.min(refs.length - 1, Math.max(0, next - 1 + Math.floor(Math.random() * 3) - 1));
      const ref = refs[count.asked % 2 === 0 ? near : Math.floor(Math.random() * refs.length)] as string;
      if (!(await officer.seesRaw(ref))) continue;
      count.raw += 1;
      const entry = under.get(ref);
      if (entry?.returned !== undefined && performance.now() > entry.returned) count.rawAfterReturn += 1;
      else if (entry !== undefined) count.rawWhileUnderWay += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, ask));
  await Promise.all(withdrawing);
  return count;
}

const timed = async (work: () => Promise<void>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const latency = (values: readonly number[]): Latency => ({
  count: values.length,
  p50: Math.round(quantile(values, 0.5)),
  p99: Math.round(quantile(values, 0.99)),
});

const agencies = () => PROCESSES.filter(({ imports }) => imports !== undefined).map(({ name }) => name);
const databaseOf = ({ home }: BenchHouse, name: string) => readFileSync(join(home.secrets(name), 'database-url'), 'utf8').trim();

async function inTurns(refs: readonly string[], work: (ref: string) => Promise<void>): Promise<void> {
  const left = [...refs];
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      for (let ref = left.pop(); ref !== undefined; ref = left.pop()) await work(ref);
    }),
  );
}

/** Persons civil affairs keeps records of. */
async function somePeople(house: BenchHouse, count: number): Promise<ResidentId[]> {
  const rows = await query<{ id: string }>(
    databaseOf(house, 'civil-affairs'),
    'SELECT id_number AS id FROM person WHERE ref IS NOT NULL ORDER BY ref LIMIT $1',
    [count],
  );
  if (rows.length < count) throw new Error(`${rows.length} persons are known, ${count} are needed: a larger county`);
  return rows.map(({ id }) => normaliseResidentId(id));
}

/** Waits until every agency has applied everything. */
async function delivered(house: BenchHouse): Promise<void> {
  for (let pending = 1; pending > 0; ) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const rows = await query<{ n: number }>(
      databaseOf(house, 'consent'),
      'SELECT count(*)::int AS n FROM agency_progress WHERE acknowledged < last_number',
      [],
    );
    pending = rows[0]?.n ?? 0;
  }
}

async function query<R extends pg.QueryResultRow>(url: string, text: string, values: unknown[]): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}
