import type { Pool } from 'pg';
import type { ConsentEventRow } from './consent-event-row.js';

/** The events of a set of persons, and the newest event of the whole replica when they were read. */
export interface ConsentRead {
  /** An entry for every ref that was asked for. */
  readonly events: ReadonlyMap<string, readonly ConsentEventRow[]>;
  /** 0 for an empty replica. Whatever was applied after it was not taken into account. */
  readonly seq: bigint;
}

type Row = [
  head: string,
  seq: string | null,
  ref: string,
  kind: string,
  categories: string,
  extent: string | null,
  from: number,
  until: number | null,
];

const NONE: readonly ConsentEventRow[] = [];

// Instants travel as milliseconds and categories as text: parsing dates and arrays would cost more than the read.
const READ = `
  SELECT head.seq, event.seq, event.ref, event.kind, array_to_string(event.categories, ',', '?'), event.extent,
    (extract(epoch FROM event.valid_from) * 1000)::float8, (extract(epoch FROM event.valid_until) * 1000)::float8
  FROM (SELECT coalesce(max(seq), 0) AS seq FROM consent_event) head
  LEFT JOIN consent_event event ON event.ref = ANY($1::text[]) AND event.recipient = $2 AND event.purpose = $3
  ORDER BY event.seq`;

/**
 * Reads what `refs` said towards one recipient and purpose: one statement for the whole set, so one snapshot.
 *
 * @throws what the pool throws; the caller then decides without events (`events: undefined`).
 */
export async function readConsentEvents(pool: Pool, refs: readonly string[], recipient: string, purpose: string): Promise<ConsentRead> {
  const { rows } = await pool.query<Row>({ name: 'consent-events', text: READ, values: [refs, recipient, purpose], rowMode: 'array' });
  const events = new Map<string, ConsentEventRow[] | readonly ConsentEventRow[]>();
  for (const ref of refs) events.set(ref, NONE);
  for (const [, seq, ref, kind, categories, extent, from, until] of rows) {
    // An empty replica, or none of these persons: the row holds the head only.
    if (seq === null) continue;
    const row = {
      seq: BigInt(seq),
      kind,
      recipient,
      purpose,
      categories: categories === '' ? [] : categories.split(','),
      extent,
      validFrom: new Date(from),
      validUntil: until === null ? null : new Date(until),
    } as ConsentEventRow;
    const known = events.get(ref);
    if (known === undefined || known === NONE) events.set(ref, [row]);
    else (known as ConsentEventRow[]).push(row);
  }
  return { events, seq: BigInt(rows[0]?.[0] ?? 0) };
}
