import { STATUS_CLASSES } from '../../schema/vocabulary/status-classes.js';
import type { RegisterEntryRow } from './data/find-register-entries.js';
import { codeOf, STATUS_WORDINGS } from './mappings.js';
import type { StatusRecord } from './types/status-record.js';

const PRIORITY: readonly (string | null)[] = Object.keys(STATUS_CLASSES);

/** Register entries as statuses, the highest first (就高不就低), a wording without code last. */
export function mapStatuses(rows: readonly RegisterEntryRow[]): StatusRecord[] {
  const place = ({ statusClass }: StatusRecord) => (PRIORITY.includes(statusClass) ? PRIORITY.indexOf(statusClass) : PRIORITY.length);
  return rows.map(mapStatus).sort((a, b) => place(a) - place(b));
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
