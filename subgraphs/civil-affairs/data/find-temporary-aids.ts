import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** One temporary assistance that was granted. */
export interface TemporaryAidRow {
  readonly ref: string;
  readonly aidNo: string;
  /** The bureau's wording. */
  readonly cause: string | null;
  readonly aidMode: string | null;
  /** Yuan. */
  readonly amount: string | null;
  /** `YYYY-MM-DD`. */
  readonly grantedOn: string;
}

/** Temporary assistance granted to persons. */
export function findTemporaryAids(dataSource: DataSource, refs: readonly string[]): Promise<TemporaryAidRow[]> {
  return readRows(
    dataSource,
    'temporary-aids',
    `SELECT p.ref, a.aid_no AS "aidNo", a.cause, a.aid_mode AS "aidMode", a.amount::text AS amount, a.granted_on::text AS "grantedOn"
       FROM person p
       JOIN resident r ON r.id_number = p.id_number
       JOIN temporary_aid a ON a.resident_no = r.resident_no
      WHERE p.ref = ANY($1) AND a.granted_on IS NOT NULL
      ORDER BY a.aid_no`,
    [refs],
  );
}
