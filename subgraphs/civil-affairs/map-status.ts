import { newestMonthFirst, orderForAsker } from '../../kit/resolve/order-for-asker.js';
import type { StatusRecord } from '../../schema/types/status.js';
import { STATUS_CLASSES, STATUS_GROUPS } from '../../schema/vocabulary/status-classes.js';
import type { RegisterEntryRow } from './data/find-register-entries.js';
import { codeOf, STATUS_WORDINGS } from './mappings.js';

const GROUPS = Object.keys(STATUS_GROUPS);

/** Register entries as statuses: the higher group first, a wording without code last, within a group the newest month first. */
export function mapStatuses(rows: readonly RegisterEntryRow[], pseudonym: (recordId: string) => string): StatusRecord[] {
  const entries = rows.map((row) => ({ id: `STATUS:${row.register}:${row.cardNo}:${row.residentNo}`, status: mapStatus(row) }));
  return orderForAsker(
    entries,
    ({ status: a }, { status: b }) => place(a) - place(b) || newestMonthFirst(a.since, b.since),
    ({ id }) => id,
    pseudonym,
  ).map(({ status }) => status);
}

function mapStatus(row: RegisterEntryRow): StatusRecord {
  return {
    statusClass: codeOf(STATUS_WORDINGS[row.register], row.objectType),
    wording: row.objectType,
    since: row.beganOn,
    until: row.endedOn,
    reviewOn: row.reviewOn,
  };
}

function place({ statusClass }: StatusRecord): number {
  if (statusClass === null) return GROUPS.length;
  return GROUPS.indexOf(STATUS_CLASSES[statusClass as keyof typeof STATUS_CLASSES].group);
}
