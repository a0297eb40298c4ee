import type { Pool } from 'pg';
import { readBody } from '../../runtime/read-body.js';
import { Refusal } from '../../schema/errors.js';
import { CATEGORIES } from '../../schema/vocabulary/categories.js';
import { EXTENTS } from '../../schema/vocabulary/extents.js';
import { PURPOSES } from '../../schema/vocabulary/purposes.js';
import { isCode } from '../../schema/vocabulary/term.js';
import type { ConsentDelivery, ConsentEvent } from '../../schema/wire/consent-event.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { checkMessage } from '../../schema/wire/hub-message.js';
import { parseRef } from '../../schema/wire/ref.js';
import { LEDGER_LOCK } from '../record/group-recorder.js';

const LIMIT = 1024 * 1024;
const KINDS: readonly string[] = ['GIVE', 'REFUSE', 'WITHDRAW', 'AUTHORISE_HOUSEHOLD_CHECK'] satisfies ConsentEvent['kind'][];
const PLAIN = /^[\x21-\x7e]{1,128}$/;
/** RFC 3339. What Date.parse reads beyond it, PostgreSQL reads otherwise, in its own time zone, or not at all. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const instant = (value: unknown): boolean => typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));

function isEvent(value: unknown): value is ConsentEvent {
  const event = (value ?? {}) as Partial<Record<keyof ConsentEvent, unknown>>;
  return (
    typeof event.eventId === 'string' &&
    PLAIN.test(event.eventId) &&
    KINDS.includes(event.kind as string) &&
    typeof event.ref === 'string' &&
    parseRef(event.ref) !== undefined &&
    typeof event.recipient === 'string' &&
    PLAIN.test(event.recipient) &&
    isCode(PURPOSES, event.purpose) &&
    Array.isArray(event.categories) &&
    event.categories.every((code) => isCode(CATEGORIES, code)) &&
    (event.kind === 'GIVE' ? isCode(EXTENTS, event.extent) : event.extent === undefined) &&
    instant(event.at) &&
    instant(event.validFrom) &&
    (event.validUntil === null || instant(event.validUntil))
  );
}

/**
 * `POST /consent/events`: applies delivered events to the replica in one transaction and answers 204 after COMMIT. It
 * takes the ledger's lock, so every disclosure is recorded wholly before or wholly after a withdrawal.
 *
 * @throws Refusal STATEMENT_REFUSED, MALFORMED_REQUEST or BODY_TOO_LARGE; nothing is then applied.
 */
export async function receiveConsentEvents(
  request: Request,
  options: { audience: string; key: Buffer; pool: Pool; now: Date },
): Promise<Response> {
  const body = await readBody(request, LIMIT);
  if (!body) throw new Refusal('BODY_TOO_LARGE');
  if (!checkMessage(request.headers.get(HEADERS.statement) ?? '', options.audience, body, options.key, options.now)) {
    throw new Refusal('STATEMENT_REFUSED', 'consent delivery');
  }
  const events = readEvents(body);
  const client = await options.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`BEGIN; SET LOCAL synchronous_commit = on; SELECT pg_advisory_xact_lock(${LEDGER_LOCK})`);
    for (const event of events) {
      await client.query(
        `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from, valid_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (event_id) DO NOTHING`,
        [
          event.eventId,
          event.kind,
          event.ref,
          event.recipient,
          event.purpose,
          event.categories,
          event.extent ?? null,
          event.at,
          event.validFrom,
          event.validUntil,
        ],
      );
    }
    await client.query('COMMIT');
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
  return new Response(null, { status: 204 });
}

function readEvents(body: Buffer): readonly ConsentEvent[] {
  try {
    const { events } = JSON.parse(body.toString('utf8')) as Partial<ConsentDelivery>;
    if (Array.isArray(events) && events.every(isEvent)) return events;
  } catch {
    // Told below, without quoting the body.
  }
  throw new Refusal('MALFORMED_REQUEST', 'consent events');
}
