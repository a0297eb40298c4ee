import type { Pool, PoolClient } from 'pg';
import { readBody } from '../../runtime/read-body.js';
import { Refusal } from '../../schema/errors.js';
import { type ConsentAnswer, type ConsentEvent, type ConsentMessage, deliverySeal } from '../../schema/wire/consent-event.js';
import { DRIFT, LEASE } from '../../schema/wire/consent-lease.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { checkMessage, signMessage } from '../../schema/wire/hub-message.js';
import { KeySealer } from '../../schema/wire/sealed-key.js';
import { LEDGER_LOCK } from '../record/ledger-lock.js';
import { readConsentMessage } from './read-consent-message.js';

const LIMIT = 1024 * 1024;

/** What an agency receives consent's messages with. */
export interface ConsentReceiver {
  /** The agency. */
  readonly audience: string;
  /** Shared with consent. */
  readonly key: Buffer;
  /** Shared with linkage, which seals persons. */
  readonly sealKey: Buffer;
  readonly pool: Pool;
  readonly now: Date;
}

type Told = ConsentEvent & { readonly ref: string };

/**
 * `POST /consent/events`: applies the events that come next, in one transaction, and takes the lease when nothing is left out.
 * Events are applied under the ledger's lock, so every disclosure is recorded wholly before or wholly after a withdrawal.
 * Answers after COMMIT with the newest number applied; after a gap with that alone, so that consent sends from there.
 *
 * @throws Refusal STATEMENT_REFUSED, MALFORMED_REQUEST or BODY_TOO_LARGE; nothing is then applied.
 */
export async function receiveConsentMessage(request: Request, options: ConsentReceiver): Promise<Response> {
  const body = await readBody(request, LIMIT);
  if (!body) throw new Refusal('BODY_TOO_LARGE');
  if (!checkMessage(request.headers.get(HEADERS.statement) ?? '', options.audience, body, options.key, options.now)) {
    throw new Refusal('STATEMENT_REFUSED', 'consent message');
  }
  const message = readConsentMessage(body);
  const told = message.events.map((event) => ({ ...event, ref: openKey(event, message.tag, options) }));
  const last = await inTransaction(options.pool, (client) => apply(client, message, told, options.now));
  const text = JSON.stringify({ tag: message.tag, last } satisfies ConsentAnswer);
  return new Response(text, {
    headers: { 'content-type': 'application/json', [HEADERS.statement]: signMessage('consent', text, options.key, options.now) },
  });
}

function openKey(event: ConsentEvent, tag: string, { audience, sealKey, now }: ConsentReceiver): string {
  const ref = new KeySealer(sealKey, deliverySeal(audience, tag, event)).open(event.key, now);
  if (ref === undefined) throw new Refusal('STATEMENT_REFUSED', 'sealed key of a consent event');
  return ref;
}

async function apply(client: PoolClient, message: ConsentMessage, told: readonly Told[], now: Date): Promise<number> {
  if (told.length > 0) await client.query(`SELECT pg_advisory_xact_lock(${LEDGER_LOCK})`);
  const { rows } = await client.query<{ last: string }>('SELECT last_number AS last FROM consent_replica FOR UPDATE');
  let last = Number(rows[0]?.last);
  for (const event of told) {
    if (event.number !== last + 1) continue;
    await insert(client, event, now);
    last = event.number;
  }
  await client.query('UPDATE consent_replica SET last_number = $1, lease_until = greatest(lease_until, to_timestamp($2::float8 / 1000))', [
    last,
    last >= message.upTo ? leaseUntil(message, now) : 0,
  ]);
  return last;
}

/** End of the lease in milliseconds since 1970; 0, none, when it was sent later than it is here. */
function leaseUntil({ sentAt, lease }: ConsentMessage, now: Date): number {
  const sent = Date.parse(sentAt);
  return sent <= now.getTime() + LEASE * DRIFT ? sent + Math.min(lease, LEASE) : 0;
}

const insert = (client: PoolClient, event: Told, now: Date) =>
  client.query(
    `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from, valid_until, ledger_seq)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce(max(seq), 0) FROM disclosure`,
    [
      String(event.number),
      event.kind,
      event.ref,
      event.recipient,
      event.purpose,
      event.categories,
      event.extent ?? null,
      now,
      event.validFrom,
      event.validUntil,
    ],
  );

/** A process that is frozen in here holds the ledger's lock; so long, then PostgreSQL ends its session, and others go on. */
const BEGIN = "BEGIN; SET LOCAL synchronous_commit = on; SET LOCAL idle_in_transaction_session_timeout = '5s'";

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(BEGIN);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // A connection in an unknown state is not given back.
    client.release(broken);
  }
}
