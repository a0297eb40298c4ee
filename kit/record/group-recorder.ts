import type { Pool, QueryConfig } from 'pg';
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
    // The pool says a statement is done when PostgreSQL is ready for the next, which is after COMMIT.
    const { rows } = await client.query<{ place: string; result: Recorded }>(statementOf(group));
    const results = new Map(rows.map(({ place, result }) => [Number(place), result]));
    return group.map((_, index) => results.get(index + 1) as Recorded);
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // A connection in an unknown state is not given back.
    client.release(broken);
  }
}

/** The parameters of record_disclosure (kit/record/record-function.ts), read when the statement is sent: time goes on. */
const PARAMETERS: readonly (readonly [type: string, read: (disclosure: Disclosure) => unknown])[] = [
  ['text', ({ jti }) => jti],
  ['timestamptz', ({ at }) => at],
  ['bytea', ({ entry }) => entry],
  ['text', ({ evidenceKey }) => evidenceKey],
  ['bytea', ({ evidence }) => evidence],
  ['text', ({ persons }) => persons.map(({ ref }) => ref).join('\n')],
  ['text', ({ persons }) => persons.map(({ outcomes }) => outcomes).join('\n')],
  ['text', ({ consent }) => consent.refs.join('\n')],
  ['text', ({ consent }) => consent.recipient],
  ['text', ({ consent }) => consent.purpose],
  ['bigint', ({ consent }) => consent.mark],
  ['float8', ({ consent }) => consent.time()],
];
const places = PARAMETERS.map((_, index) => `$${index + 1}`);
const names = PARAMETERS.map((_, index) => `p${index + 1}`).join();
const ONE = `SELECT 1 AS place, record_disclosure(${places.join()}) AS result`;
const MANY = `SELECT place, record_disclosure(${names}) AS result
  FROM unnest(${PARAMETERS.map(([type], index) => `${places[index]}::${type}[]`).join()}) WITH ORDINALITY AS asked(${names}, place)`;

/** One statement is one transaction. A group of one, which is the most of them, goes without arrays: half the work for both sides. */
function statementOf(group: readonly Disclosure[]): QueryConfig {
  const [only] = group;
  return group.length === 1 && only
    ? { name: 'record-disclosure', text: ONE, values: PARAMETERS.map(([, read]) => read(only)) }
    : { name: 'record-disclosures', text: MANY, values: PARAMETERS.map(([, read]) => group.map(read)) };
}
