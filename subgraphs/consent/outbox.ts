import type { Pool } from 'pg';
import type { Extent } from '../../schema/vocabulary/extents.js';
import type { ConsentEvent } from '../../schema/wire/consent-event.js';
import type { HeldSession } from './held-session.js';

/** One event as it waits for an agency: the person under consent's own ref. */
export interface PendingEvent extends Omit<ConsentEvent, 'key' | 'extent' | 'validFrom' | 'validUntil'> {
  readonly person: string;
  readonly extent: Extent | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

/** What one agency is to be told, as of one moment. */
export interface Outgoing {
  /** The newest number there is. */
  readonly upTo: number;
  /** The next ones, in order. */
  readonly events: readonly PendingEvent[];
}

/** How far an agency is, for auditors. */
export interface Progress {
  readonly agency: string;
  readonly lastNumber: number;
  readonly acknowledged: number;
  readonly oldestPendingAt: Date | null;
}

/** The outbox of every agency. */
export interface Outbox {
  /** Read on the session that holds the lock: who has lost it reads nothing, so sends nothing. @throws when it is lost. */
  next(agency: string, after: number, most: number): Promise<Outgoing>;
  acknowledge(agency: string, number: number): Promise<void>;
  progress(): Promise<Progress[]>;
}

/** Opens the outbox; every agency has its row afterwards. */
export async function openOutbox(pool: Pool, session: HeldSession, agencies: readonly string[]): Promise<Outbox> {
  await pool.query('INSERT INTO agency_progress (agency) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [agencies]);
  return {
    next: async (agency, after, most) => {
      const { rows } = await session.query<{ upTo: string; events: (PendingEvent & { validFrom: string; validUntil: string | null })[] }>(
        `SELECT last_number AS "upTo", coalesce((SELECT json_agg(pending ORDER BY number) FROM (
           SELECT number, kind, person, recipient, purpose, categories, extent, valid_from AS "validFrom", valid_until AS "validUntil"
           FROM delivery JOIN grant_event ON event = seq WHERE delivery.agency = progress.agency AND number > $2 ORDER BY number LIMIT $3
         ) pending), '[]') AS events
         FROM agency_progress progress WHERE agency = $1`,
        [agency, after, most],
      );
      const [row] = rows;
      if (!row) throw new Error('an agency without a row');
      const events = row.events.map((event) => ({
        ...event,
        validFrom: new Date(event.validFrom),
        validUntil: event.validUntil === null ? null : new Date(event.validUntil),
      }));
      return { upTo: Number(row.upTo), events };
    },
    acknowledge: async (agency, number) => {
      await pool.query('UPDATE agency_progress SET acknowledged = $2 WHERE agency = $1', [agency, number]);
    },
    progress: async () => {
      const { rows } = await pool.query<{ agency: string; last: string; acknowledged: string; oldest: Date | null }>(
        `SELECT agency, last_number AS last, acknowledged, (
           SELECT recorded_at FROM delivery JOIN grant_event ON event = seq
           WHERE delivery.agency = progress.agency AND number = acknowledged + 1) AS oldest
         FROM agency_progress progress WHERE agency = ANY($1::text[]) ORDER BY agency`,
        [agencies],
      );
      return rows.map(({ agency, last, acknowledged, oldest }) => ({
        agency,
        lastNumber: Number(last),
        acknowledged: Number(acknowledged),
        oldestPendingAt: oldest,
      }));
    },
  };
}
