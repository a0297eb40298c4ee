import type { Pool } from 'pg';
import type { Asker } from '../../schema/wire/access-token.js';
import type { AgencyDelivery, ConsentRecording, RecordedConsent } from '../../schema/wire/consent-recording.js';

/** An event about to be recorded. Persons stand under consent's own refs. */
export interface NewGrantEvent {
  readonly recording: ConsentRecording;
  readonly person: string;
  readonly grantor: string | null;
  readonly agencies: readonly string[];
  readonly recordedAt: Date;
  readonly asker: Asker;
  /** Of the body as it came: the same id with the same body is the same event. */
  readonly bodyDigest: string;
  readonly evidenceKey: string;
  readonly evidence: Buffer;
}

/** What an event became: its number at each agency it concerns. */
export interface Recorded {
  readonly recordedAt: Date;
  /** It is a grant of the summary where the same organisation had recorded one of the detail. */
  readonly replacesWider: boolean;
  readonly numbers: ReadonlyMap<string, number>;
}

/** The grants of the county: they are added and read, never changed. */
export interface GrantStore {
  /** Returns after COMMIT. @returns undefined when another event stands under this id. */
  append(event: NewGrantEvent): Promise<Recorded | undefined>;
  /** What an organisation recorded, newest first; `person` by consent's ref. */
  list(organisation: string, person: string | null, last: number): Promise<RecordedConsent[]>;
  deliveries(id: string): Promise<AgencyDelivery[]>;
}

type Row = Omit<RecordedConsent, 'recordedAt' | 'validFrom' | 'validUntil'> & {
  recordedAt: Date;
  validFrom: Date;
  validUntil: Date | null;
};

// The rows of agencies are locked in one order, and held to COMMIT: so numbers have no gap, and are visible in their order.
const APPEND = `
  WITH event AS (
    INSERT INTO grant_event (id, body_digest, recorded_at, organisation, client, kind, person, recipient, purpose, categories, extent,
      valid_from, valid_until, notice_version, capacity, grantor, evidence_hash, evidence_key, evidence)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
    ON CONFLICT (id) DO NOTHING RETURNING seq
  ), concerned AS (
    SELECT agency, seq FROM agency_progress, event WHERE agency = ANY($20::text[]) ORDER BY agency FOR UPDATE OF agency_progress
  ), numbered AS (
    UPDATE agency_progress SET last_number = last_number + 1 FROM concerned
    WHERE agency_progress.agency = concerned.agency RETURNING agency_progress.agency, last_number, seq
  )
  INSERT INTO delivery (agency, number, event) SELECT agency, last_number, seq FROM numbered`;

// An earlier grant of the detail that `event`, of the summary, takes the place of; whether it was taken back meanwhile is not looked
// at. What another organisation recorded counts for nothing: how long this one waits would tell of it.
const WIDER = `SELECT FROM grant_event earlier
  WHERE event.extent = 'SUMMARY' AND earlier.extent = 'DETAIL' AND earlier.organisation = event.organisation
    AND earlier.person = event.person AND earlier.recipient = event.recipient AND earlier.purpose = event.purpose
    AND earlier.categories && event.categories AND earlier.seq < event.seq
    AND (earlier.valid_until IS NULL OR earlier.valid_until > event.recorded_at)`;

const DELIVERIES = `SELECT agency, number <= acknowledged AS applied FROM delivery JOIN agency_progress USING (agency)`;

/** The store over consent's own database. */
export function createGrantStore(pool: Pool): GrantStore {
  async function numbersOf(id: string): Promise<(Recorded & { bodyDigest: string; organisation: string }) | undefined> {
    const { rows } = await pool.query<{
      at: Date;
      digest: string;
      organisation: string;
      wider: boolean;
      agency: string | null;
      number: string;
    }>(
      `SELECT recorded_at AS at, body_digest AS digest, organisation, EXISTS (${WIDER}) AS wider, agency, number
       FROM grant_event event LEFT JOIN delivery ON delivery.event = event.seq WHERE id = $1`,
      [id],
    );
    const [row] = rows;
    if (!row) return undefined;
    const numbers = new Map(rows.flatMap(({ agency, number }) => (agency === null ? [] : [[agency, Number(number)] as const])));
    return { recordedAt: row.at, replacesWider: row.wider, bodyDigest: row.digest, organisation: row.organisation, numbers };
  }

  return {
    append: async ({ recording, person, grantor, agencies, recordedAt, asker, bodyDigest, evidenceKey, evidence }) => {
      await pool.query({
        name: 'append-grant-event',
        text: APPEND,
        values: [
          recording.id,
          bodyDigest,
          recordedAt,
          asker.organisation.id,
          asker.client.id,
          recording.kind,
          person,
          recording.recipient,
          recording.purpose,
          recording.categories,
          recording.extent,
          recording.validFrom ?? recordedAt,
          recording.validUntil,
          recording.noticeVersion,
          recording.capacity,
          grantor,
          recording.evidenceHash,
          evidenceKey,
          evidence,
          agencies,
        ],
      });
      const found = await numbersOf(recording.id);
      return found?.bodyDigest === bodyDigest && found.organisation === asker.organisation.id ? found : undefined;
    },
    list: async (organisation, person, last) => {
      const { rows } = await pool.query<Row>(
        `SELECT id, kind, recipient, purpose, categories, extent, valid_from AS "validFrom", valid_until AS "validUntil",
           notice_version AS "noticeVersion", capacity, evidence_hash AS "evidenceHash", recorded_at AS "recordedAt", client,
           coalesce((SELECT json_agg(told ORDER BY agency) FROM (${DELIVERIES} WHERE event = seq) told), '[]') AS deliveries
         FROM grant_event WHERE organisation = $1 AND ($2::text IS NULL OR person = $2) ORDER BY seq DESC LIMIT $3`,
        [organisation, person, last],
      );
      return rows.map((row) => ({
        ...row,
        recordedAt: row.recordedAt.toISOString(),
        validFrom: row.validFrom.toISOString(),
        validUntil: row.validUntil?.toISOString() ?? null,
      }));
    },
    deliveries: async (id) =>
      (await pool.query<AgencyDelivery>(`${DELIVERIES} JOIN grant_event ON event = seq WHERE id = $1 ORDER BY agency`, [id])).rows,
  };
}
