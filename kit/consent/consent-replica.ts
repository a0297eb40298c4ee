import type { Pool } from 'pg';
import { rememberBriefly } from '../../runtime/remember-briefly.js';
import type { ConsentEventRow } from '../decide/consent-event-row.js';

/** The events of a set of persons, the newest event of the whole replica, and its lease, all as of one moment. */
export interface ConsentRead {
  /** An entry for every ref that was asked for; its rows are in no order. */
  readonly events: ReadonlyMap<string, readonly ConsentEventRow[]>;
  /** 0 for an empty replica. Whatever was applied after it was not taken into account. */
  readonly seq: bigint;
  /** The events count before this moment only, in milliseconds since 1970; after it they are as good as unreadable. */
  readonly leaseUntil: number;
}

/** What was said, but for who said it and when: few, so each is kept once. */
type Said = Pick<ConsentEventRow, 'kind' | 'recipient' | 'purpose' | 'categories' | 'extent'>;

/** An event as it is kept; instants in milliseconds since 1970, what PostgreSQL calls infinity as such. */
interface Event {
  readonly seq: number;
  readonly said: Said;
  readonly from: number;
  readonly until: number | null;
}

/** All events up to `seq`, in the order they were applied in. */
interface Copy {
  readonly database: string;
  readonly persons: Map<string, Event[]>;
  seq: number;
}

type Row = [
  seq: string,
  ref: string | null,
  kind: string,
  recipient: string | null,
  purpose: string | null,
  categories: string | null,
  extent: string | null,
  from: number,
  until: number | null,
];

/** What an asker is decided on may be so old, in milliseconds: what has changed since, the record finds (kit/record/record-function.ts). */
const AGE = 1_000;
const PAGE = 20_000;

// Instants and categories travel as plain numbers and text: arrays and dates would cost as much again as the read. The last row is the
// head: the newest event of all, which database this is since when, and the lease.
const TAKE = `
  (SELECT seq, ref, kind, recipient, purpose, categories::text, extent, date_part('epoch', valid_from) * 1000, date_part('epoch', valid_until) * 1000
   FROM consent_event WHERE seq > $1 ORDER BY seq LIMIT ${PAGE})
  UNION ALL
  SELECT (SELECT coalesce(max(seq), 0) FROM consent_event), NULL, oid::text || ' ' || pg_postmaster_start_time()::text, NULL, NULL, NULL, NULL,
    (SELECT date_part('epoch', lease_until) * 1000 FROM consent_replica), NULL
  FROM pg_database WHERE datname = current_database()`;

/**
 * What the agency's `consent_event` holds, kept in this process, so that deciding waits for no database. It is never the last word: a
 * disclosure is recorded only when the database holds nothing newer on its persons, and the lease lasts.
 *
 * Some 200 bytes an event.
 */
export class ConsentReplica {
  readonly #pool: Pool;
  readonly #recent: () => Promise<void>;
  readonly #said = new Map<string, Said>();
  #copy: Copy = emptyCopy('');
  #leaseUntil = 0;
  #begun = 0;
  #taken = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.#recent = rememberBriefly(() => this.take(), AGE);
  }

  /**
   * What `refs` said towards one recipient and purpose, at most a second old.
   *
   * @throws what the pool throws; the caller then decides without events (`events: undefined`).
   */
  async read(refs: readonly string[], recipient: string, purpose: string): Promise<ConsentRead> {
    await this.#recent();
    const { persons, seq } = this.#copy;
    const of = (ref: string) =>
      (persons.get(ref) ?? []).filter(({ said }) => said.recipient === recipient && said.purpose === purpose).map(rowOf);
    return { events: new Map(refs.map((ref) => [ref, of(ref)])), seq: BigInt(seq), leaseUntil: this.#leaseUntil };
  }

  /** Takes what was applied before this was called; who reads afterwards sees it. @throws what the pool throws; nothing is then lost. */
  async take(): Promise<void> {
    this.#begun += 1;
    const turn = this.#begun;
    let copy = this.#copy;
    let after = copy.seq;
    for (;;) {
      const { events, head } = await this.#readPage(after);
      if (head.database !== copy.database || head.seq < copy.seq) {
        // Another database, or this one as it was before: numbers may stand for other events now.
        copy = emptyCopy(head.database);
        if (after > 0) {
          after = 0;
          continue;
        }
      }
      add(copy, events);
      if (events.length < PAGE) {
        if (turn > this.#taken) {
          this.#taken = turn;
          this.#copy = copy;
          this.#leaseUntil = head.leaseUntil;
        }
        return;
      }
      after = copy.seq;
    }
  }

  async #readPage(after: number): Promise<{ events: [ref: string, event: Event][]; head: Omit<Copy, 'persons'> & { leaseUntil: number } }> {
    const { rows } = await this.#pool.query<Row>({ name: 'consent-events', text: TAKE, values: [after], rowMode: 'array' });
    const events: [string, Event][] = [];
    let head = { seq: 0, database: '', leaseUntil: 0 };
    for (const [seq, ref, kind, recipient, purpose, categories, extent, from, until] of rows) {
      if (ref === null) head = { seq: Number(seq), database: kind, leaseUntil: from };
      else events.push([ref, { seq: Number(seq), said: this.#once([kind, recipient, purpose, categories, extent]), from, until }]);
    }
    return { events, head };
  }

  #once(words: readonly (string | null)[]): Said {
    const name = JSON.stringify(words);
    const [kind, recipient, purpose, categories, extent] = words;
    const said = this.#said.get(name) ?? ({ kind, recipient, purpose, categories: readCodes(categories as string), extent } as Said);
    this.#said.set(name, said);
    return said;
  }
}

const emptyCopy = (database: string): Copy => ({ database, persons: new Map(), seq: 0 });

/** Two readings under way at once may bring the same events. */
function add(copy: Copy, events: readonly [ref: string, event: Event][]): void {
  const known = copy.seq;
  for (const [ref, event] of events) {
    if (event.seq <= known) continue;
    const person = copy.persons.get(ref);
    if (person) person.push(event);
    else copy.persons.set(ref, [event]);
    copy.seq = Math.max(copy.seq, event.seq);
  }
}

const rowOf = ({ seq, said, from, until }: Event): ConsentEventRow => ({
  seq: BigInt(seq),
  ...said,
  validFrom: new Date(from),
  validUntil: until === null ? null : new Date(until),
});

/** The elements of an array of codes as PostgreSQL writes it. Quoted elements come out as they are: no code has quotes. */
function readCodes(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}
