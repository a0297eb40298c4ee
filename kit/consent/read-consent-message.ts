import { Refusal } from '../../schema/errors.js';
import { CATEGORIES } from '../../schema/vocabulary/categories.js';
import { CONSENT_KINDS } from '../../schema/vocabulary/consent-kinds.js';
import { EXTENTS } from '../../schema/vocabulary/extents.js';
import { PURPOSES } from '../../schema/vocabulary/purposes.js';
import { isCode } from '../../schema/vocabulary/term.js';
import { type ConsentEvent, type ConsentMessage, MOST_EVENTS } from '../../schema/wire/consent-event.js';

const PLAIN = /^[\x21-\x7e]{1,128}$/;
const KEY = /^[A-Za-z0-9_-]{1,512}$/;
/** RFC 3339. What Date.parse reads beyond it, PostgreSQL reads otherwise, in its own time zone, or not at all. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

const instant = (value: unknown): boolean => typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
const number = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const plain = (value: unknown): boolean => typeof value === 'string' && PLAIN.test(value);

function isEvent(value: unknown): value is ConsentEvent {
  const event = (value ?? {}) as Partial<Record<keyof ConsentEvent, unknown>>;
  return (
    number(event.number) &&
    isCode(CONSENT_KINDS, event.kind) &&
    typeof event.key === 'string' &&
    KEY.test(event.key) &&
    plain(event.recipient) &&
    isCode(PURPOSES, event.purpose) &&
    Array.isArray(event.categories) &&
    event.categories.every((code) => isCode(CATEGORIES, code)) &&
    (event.kind === 'GIVE' ? isCode(EXTENTS, event.extent) : event.extent === undefined) &&
    instant(event.validFrom) &&
    (event.validUntil === null || instant(event.validUntil))
  );
}

function isMessage(value: unknown): value is ConsentMessage {
  const message = (value ?? {}) as Partial<Record<keyof ConsentMessage, unknown>>;
  const { events } = message;
  return (
    plain(message.tag) &&
    instant(message.sentAt) &&
    number(message.lease) &&
    number(message.upTo) &&
    Array.isArray(events) &&
    events.length <= MOST_EVENTS &&
    events.every(isEvent) &&
    events.every((event, at) => at === 0 || event.number === (events[at - 1] as ConsentEvent).number + 1)
  );
}

/** Reads a message of consent, whole or not at all. @throws Refusal MALFORMED_REQUEST, without quoting it. */
export function readConsentMessage(body: Buffer): ConsentMessage {
  try {
    const message: unknown = JSON.parse(body.toString('utf8'));
    if (isMessage(message)) return message;
  } catch {
    // Told below.
  }
  throw new Refusal('MALFORMED_REQUEST', 'consent message');
}
