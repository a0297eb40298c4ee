import type { Pool } from 'pg';
import { parseBatchRef } from '../../schema/wire/batch-ref.js';
import type { HubBatch } from './hub-batch.js';

interface Row extends Pick<HubBatch, 'organisation' | 'client' | 'user' | 'purpose' | 'operations' | 'answered'> {
  readonly batch: string;
  readonly first: Date;
  readonly last: Date;
}

/** One batch is one asker's, for one purpose: the same reference used by another is another batch. */
const BATCHES = `SELECT batch, organisation, client, "user", purpose, count(*)::int AS operations, count(closed)::int AS answered,
    min(at) AS first, max(at) AS last
  FROM (SELECT opened.seq, opened.at, opened.batch, closed.seq AS closed, x.* FROM hub_operation opened
    LEFT JOIN hub_operation closed ON closed.request_id = opened.request_id AND closed.kind = 'CLOSED',
    json_to_record(convert_from(opened.entry, 'UTF8')::json) AS x(organisation text, client text, "user" text, purpose text)
    WHERE opened.kind = 'OPENED' AND opened.batch IS NOT NULL) AS operation
  GROUP BY batch, organisation, client, "user", purpose ORDER BY max(seq) DESC LIMIT $1`;

/** The newest `count` batches, newest first. */
export async function readBatches(pool: Pool, count: number): Promise<HubBatch[]> {
  const { rows } = await pool.query<Row>(BATCHES, [count]);
  return rows.map(({ batch, first, last, ...row }) => {
    const ref = parseBatchRef(batch);
    return { ...row, batch: ref?.name ?? batch, rows: ref?.rows ?? 0, firstAt: first.toISOString(), lastAt: last.toISOString() };
  });
}
