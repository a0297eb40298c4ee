import type { Pool } from 'pg';
import type { ConsentEventRow } from './consent-event-row.js';

/** The events of a set of persons, the newest event of the whole replica, and its lease, all as of one moment. */
export interface ConsentRead {
  /** An entry for every ref that was asked for; its rows are in no order. */
  readonly events: ReadonlyMap<string, readonly ConsentEventRow[]>;
  /** 0 for an empty replica. Whatever was applied after it was not taken into account. */
  readonly seq: bigint;
  /** The events count before this moment only, in milliseconds since 1970; after it they are as good as unreadable. */
  readonly leaseUntil: number;
}

type Row = [seq: string, ref: string | null, kind: string, categories: string, extent: string | null, from: number, until: number | null];

const NONE: readonly ConsentEventRow[] = [];

// Instants and categories travel as plain text and numbers, and rows in no order (the fold puts them in order): arrays,
// dates and a sort would cost as much again as the read. The last row is the head: the newest event of all, and the lease.
const READ = `
  SELECT seq, ref, kind, categories::text, extent, date_part('epoch', valid_from) * 1000, date_part('epoch', valid_until) * 1000
  FROM consent_event WHERE ref = ANY($1::text[]) AND recipient = $2 AND purpose = $3
  UNION ALL
  SELECT coalesce(max(seq), 0), NULL, NULL, NULL, NULL, (SELECT date_part('epoch', lease_until) * 1000 FROM consent_replica), NULL FROM consent_event`;

/**
 * Reads what `refs` said towards one recipient and purpose: one statement for the whole set, so one snapshot.
 *
 * @throws what the pool throws; the caller then decides without events (`events: undefined`).
 */
export async function readConsentEvents(pool: Pool, refs: readonly string[], recipient: string, purpose: string): Promise<ConsentRead> {
  const { rows } = await pool.query<Row>({
    name: 'consent-events',
    text: READ,
    values: [refs, recipient, purpose],
    rowMode: 'array',
  });
  const events = new Map<string, ConsentEventRow[]>();
  let head = 0n;
  let leaseUntil = 0;
  for (const [seq, ref, kind, categories, extent, from, until] of rows) {
    if (ref === null) {
      head = BigInt(seq);
      leaseUntil = from;
      continue;
    }
    const row = {
      seq: BigInt(seq),
      kind,
      recipient,
      purpose,
      categories: readCodes(categories),
      extent,
      validFrom: new Date(from),
      validUntil: until === null ? null : new Date(until),
    } as ConsentEventRow;
    const known = events.get(ref);
    if (known === undefined) events.set(ref, [row]);
    else known.push(row);
  }
  return { events: new Map(refs.map((ref) => [ref, events.get(ref) ?? NONE])), seq: head, leaseUntil };
}

/** The elements of an array of codes as PostgreSQL writes it. Quoted elements come out as they are: no code has quotes. */
function readCodes(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}
