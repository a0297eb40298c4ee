import canonicalize from 'canonicalize';
import type { Pool } from 'pg';
import { parseBatchRef } from '../../schema/wire/batch-ref.js';
import type { OperationEntry } from '../../schema/wire/operation.js';
import type { HubBatch } from './hub-batch.js';
import { readBatches } from './read-batches.js';
import type { HubOperation } from './types.js';

/** The hub's own log of requests: append-only. */
export interface OperationStore {
  /** Returns after COMMIT. An entry delivered twice counts once. */
  append(entries: readonly OperationEntry[]): Promise<void>;
  /** The newest `count` requests, newest first. */
  newest(count: number): Promise<HubOperation[]>;
  /** The newest `count` batches, newest first. */
  batches(count: number): Promise<HubBatch[]>;
}

const batchOf = (entry: OperationEntry): string | null => (entry.kind === 'OPENED' && parseBatchRef(entry.caseRef) ? entry.caseRef : null);

interface Row {
  readonly opened: OperationEntry & { kind: 'OPENED' };
  readonly closed: (OperationEntry & { kind: 'CLOSED' }) | null;
}

/** The store over the ledger's own database. */
export function createOperationStore(pool: Pool): OperationStore {
  return {
    append: async (entries) => {
      await pool.query({
        name: 'append-operations',
        text: `INSERT INTO hub_operation (request_id, kind, at, entry, batch)
          SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::bytea[], $5::text[]) ON CONFLICT (request_id, kind) DO NOTHING`,
        values: [
          entries.map((entry) => entry.requestId),
          entries.map((entry) => entry.kind),
          entries.map((entry) => entry.at),
          entries.map((entry) => Buffer.from(canonicalize(entry) as string, 'utf8')),
          entries.map(batchOf),
        ],
      });
    },
    newest: async (count) => {
      const { rows } = await pool.query<Row>(
        `SELECT convert_from(opened.entry, 'UTF8')::json AS opened, convert_from(closed.entry, 'UTF8')::json AS closed
         FROM hub_operation opened LEFT JOIN hub_operation closed ON closed.request_id = opened.request_id AND closed.kind = 'CLOSED'
         WHERE opened.kind = 'OPENED' ORDER BY opened.seq DESC LIMIT $1`,
        [count],
      );
      return rows.map(({ opened, closed }) => ({
        requestId: opened.requestId,
        openedAt: opened.at,
        closedAt: closed?.at ?? null,
        organisation: opened.organisation,
        client: opened.client,
        user: opened.user,
        purpose: opened.purpose,
        answeredBy: closed?.answers.map(({ audience }) => audience) ?? [],
      }));
    },
    batches: (count) => readBatches(pool, count),
  };
}
