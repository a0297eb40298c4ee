import { parse } from 'yaml';
import type { Category } from '../../schema/vocabulary/categories.js';
import type { ConsentEventRow } from './consent-event-row.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';
import type { Policy } from './policy.js';

/** One event of a case, as its file says it. `from` and `until` are instants; without `from` the event holds since 2020. */
interface CaseEvent {
  readonly kind: string;
  readonly categories: readonly string[];
  readonly extent?: string;
  readonly from?: string;
  readonly until?: string;
  readonly recipient?: string;
  readonly purpose?: string;
}

interface Asked {
  readonly recipient: string;
  readonly purpose: string;
  readonly now: string;
}

/** One decision case: who asks what, what the person said before, and what must come out. */
interface Case extends Partial<Asked> {
  readonly name: string;
  /** In the order in which the agency applied them; `unreadable`: they could not be read. */
  readonly events?: readonly CaseEvent[] | 'unreadable';
  /** Category, or `CATEGORY + CATEGORY` for a field of several, → `WITHHELD`, `RAW by LAW`, `TRANSFORMED by CONSENT`. */
  readonly expect: Readonly<Record<string, string>>;
}

/** A file of cases: what they share, and the cases. */
interface CaseFile {
  readonly asked: Asked;
  readonly cases: readonly Case[];
}

/** What one case expected and what was decided, both as the file writes it. */
export interface CaseResult {
  readonly name: string;
  readonly expected: Readonly<Record<string, string>>;
  readonly actual: Readonly<Record<string, string>>;
}

const PERSON = 'person of the case';

/** Decides every case of a YAML text under a policy (the form is told at the top of each file in kit/decide/cases/). */
export function runDecisionCases(policy: Policy, yamlText: string): CaseResult[] {
  const file = parse(yamlText) as CaseFile;
  return file.cases.map((one) => {
    const asked = { ...file.asked, ...one };
    const categories = Object.keys(one.expect).flatMap(split);
    const rows = one.events === 'unreadable' ? undefined : (one.events ?? []).map((event, at) => toRow(event, BigInt(at + 1), asked));
    const decisions = decide(policy, {
      recipient: asked.recipient,
      purpose: asked.purpose,
      categories,
      persons: [PERSON],
      events: rows && new Map([[PERSON, rows]]),
      now: new Date(asked.now),
    });
    const actual = Object.keys(one.expect).map((field) => [field, inWords(decisions.fieldOutcome(PERSON, split(field)))]);
    return { name: one.name, expected: one.expect, actual: Object.fromEntries(actual) };
  });
}

const split = (field: string): Category[] => field.split('+').map((category) => category.trim() as Category);

const inWords = ({ outcome, basis }: Decision): string => (basis === null ? outcome : `${outcome} by ${basis}`);

function toRow(event: CaseEvent, seq: bigint, asked: Asked): ConsentEventRow {
  return {
    seq,
    kind: event.kind,
    recipient: event.recipient ?? asked.recipient,
    purpose: event.purpose ?? asked.purpose,
    categories: event.categories,
    extent: event.extent ?? null,
    validFrom: new Date(event.from ?? '2020-01-01T00:00:00+08:00'),
    validUntil: event.until === undefined ? null : new Date(event.until),
  } as ConsentEventRow;
}
