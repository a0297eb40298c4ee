import pg from 'pg';
import type { Hub, Reply } from '../hub/hub.js';

/** The agency whose answers are counted. */
export const AGENCY = 'civil-affairs';

/** One answer: about whom, when it had left the gateway, and whether it held a value on the strength of a grant. */
export interface Left {
  readonly person: string;
  readonly at: number;
  readonly raw: boolean;
}

/** Whether the agency says it released anything as recorded, by consent. */
export const isRawByConsent = (reply: Reply): boolean =>
  reply.body.extensions?.disclosure?.lines.some(
    ({ source, outcome, basis }) => source === AGENCY && outcome === 'RAW' && basis === 'CONSENT',
  ) ?? false;

/** Asks for one agency's aid of one person, as the charity's officer. */
export async function askOf(hub: Hub, id: string): Promise<Reply> {
  return hub.ask({
    as: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK',
    query: 'query ($id: ID!) { person(id: $id) { civilAffairsAid { asOf items { amount { min max } } } } }',
    variables: { id },
  });
}

/** RAW by consent that stands in the agency's ledger after a withdrawal it had applied; and all RAW by consent there. */
export async function countLedger(databaseUrl: string): Promise<{ after: number; all: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ after: number; all: number }>(
      `WITH raw AS (
         SELECT disclosure.seq, person.ref FROM disclosure JOIN disclosure_person person USING (seq)
         WHERE convert_from(entry, 'UTF8')::json->>'recipient' = 'charity-federation' AND EXISTS (
           SELECT FROM json_array_elements(convert_from(entry, 'UTF8')::json->'lines') line WHERE line->>1 = 'RAW' AND line->>3 = 'CONSENT')
       )
       SELECT count(*)::int AS all, count(*) FILTER (WHERE EXISTS (
         SELECT FROM consent_event withdrawal WHERE withdrawal.ref = raw.ref AND kind = 'WITHDRAW' AND ledger_seq < raw.seq AND NOT EXISTS (
           SELECT FROM consent_event grant_event WHERE grant_event.ref = raw.ref AND kind = 'GIVE' AND grant_event.seq > withdrawal.seq
             AND grant_event.ledger_seq < raw.seq)))::int AS after
       FROM raw`,
    );
    return rows[0] ?? { after: 0, all: 0 };
  } finally {
    await client.end();
  }
}
