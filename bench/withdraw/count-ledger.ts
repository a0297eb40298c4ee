import pg from 'pg';

/** What an agency's ledger holds of values released as recorded, by consent, to the charity. */
export interface LedgerCount {
  /** Persons' answers with such a value. */
  readonly all: number;
  /** Those recorded after a withdrawal the agency had applied, with no grant in between. */
  readonly after: number;
}

const COUNT = `
  WITH raw AS (
    SELECT disclosure.seq, person.ref FROM disclosure JOIN disclosure_person person USING (seq)
    WHERE convert_from(entry, 'UTF8')::json->>'recipient' = 'charity-federation' AND EXISTS (
      SELECT FROM json_array_elements(convert_from(entry, 'UTF8')::json->'lines') line WHERE line->>1 = 'RAW' AND line->>3 = 'CONSENT')
  )
  SELECT count(*)::int AS all, count(*) FILTER (WHERE EXISTS (
    SELECT FROM consent_event withdrawal
    WHERE withdrawal.ref = raw.ref AND withdrawal.kind = 'WITHDRAW' AND withdrawal.ledger_seq < raw.seq AND NOT EXISTS (
      SELECT FROM consent_event again
      WHERE again.ref = raw.ref AND again.kind = 'GIVE' AND again.seq > withdrawal.seq AND again.ledger_seq < raw.seq)))::int AS after
  FROM raw`;

/** Counts in the order of the ledger itself: each event of a grant holds the newest disclosure at the moment it was applied. */
export async function countLedger(databaseUrl: string): Promise<LedgerCount> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<LedgerCount>(COUNT);
    return rows[0] ?? { all: 0, after: 0 };
  } finally {
    await client.end();
  }
}
