import { Refusal } from '../../schema/errors.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import { CAPACITIES } from '../../schema/vocabulary/capacities.js';
import { CATEGORIES } from '../../schema/vocabulary/categories.js';
import { CONSENT_KINDS } from '../../schema/vocabulary/consent-kinds.js';
import { EXTENTS } from '../../schema/vocabulary/extents.js';
import { PURPOSES } from '../../schema/vocabulary/purposes.js';
import { isCode } from '../../schema/vocabulary/term.js';
import type { ConsentListing, ConsentRecording } from '../../schema/wire/consent-recording.js';
import { parseRef } from '../../schema/wire/ref.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
/** Too short for a resident ID number, and not made of digits. */
const VERSION = /^[A-Za-z][A-Za-z0-9._-]{0,13}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const MOST_LISTED = 500;

type Fields<T> = { readonly [K in keyof T]-?: (value: unknown) => boolean };

const matches = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const orNull = (check: (value: unknown) => boolean) => (value: unknown) => value === null || check(value);
const instant = (value: unknown) => matches(INSTANT)(value) && !Number.isNaN(Date.parse(value as string));
const ref = (value: unknown) => typeof value === 'string' && parseRef(value) !== undefined;
const someOf = (check: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every(check) && new Set(value).size === value.length;

/**
 * Reads one event of a grant. Nothing of it is free text, so no name and no ID number has a place in it.
 *
 * @param agencies who can be told of it
 * @throws Refusal CONSENT_MALFORMED naming the field to the log.
 */
export function readRecording(body: Buffer, registry: RegistryView, agencies: readonly string[]): ConsentRecording {
  const recording = readFields<ConsentRecording>(body, {
    id: matches(UUID),
    kind: (value) => isCode(CONSENT_KINDS, value),
    person: ref,
    recipient: (value) => typeof value === 'string' && registry.organisation(value) !== undefined,
    purpose: (value) => isCode(PURPOSES, value),
    categories: someOf((value) => isCode(CATEGORIES, value)),
    extent: orNull((value) => isCode(EXTENTS, value)),
    validFrom: orNull(instant),
    validUntil: orNull(instant),
    agencies: orNull(someOf((value) => agencies.includes(value as string))),
    noticeVersion: orNull(matches(VERSION)),
    capacity: (value) => isCode(CAPACITIES, value),
    grantor: orNull(ref),
    evidenceHash: orNull(matches(HASH)),
  });
  const { kind, extent, capacity, grantor, evidenceHash } = recording;
  if ((kind === 'GIVE') !== (extent !== null)) throw new Refusal('CONSENT_MALFORMED', 'extent');
  // The person's own word may be spoken; who speaks for another shows a paper.
  if (capacity !== 'SELF' && evidenceHash === null) throw new Refusal('CONSENT_MALFORMED', 'evidenceHash');
  if (capacity === 'SELF' && grantor !== null) throw new Refusal('CONSENT_MALFORMED', 'grantor');
  return recording;
}

/** Reads a listing. @throws Refusal CONSENT_MALFORMED. */
export const readListing = (body: Buffer): ConsentListing =>
  readFields<ConsentListing>(body, {
    person: orNull(ref),
    last: (value) => Number.isInteger(value) && (value as number) > 0 && (value as number) <= MOST_LISTED,
  });

function readFields<T>(body: Buffer, fields: Fields<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Refusal('CONSENT_MALFORMED', 'json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('CONSENT_MALFORMED', 'json');
  const names = Object.keys(fields) as (keyof T & string)[];
  if (Object.keys(value).length !== names.length) throw new Refusal('CONSENT_MALFORMED', 'fields');
  const wrong = names.find((name) => !Object.hasOwn(value, name) || !fields[name]((value as Record<string, unknown>)[name]));
  if (wrong !== undefined) throw new Refusal('CONSENT_MALFORMED', wrong);
  return value as T;
}
