import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** One aid. Yuan, `YYYY-MM-DD`. */
export interface AidRow {
  readonly ref: string;
  readonly aidNo: string;
  readonly programme: string;
  readonly grantedOn: string;
  readonly amount: string;
}

/** Aid to persons: a set of refs in one statement. */
export function findAids(dataSource: DataSource, refs: readonly string[]): Promise<AidRow[]> {
  return readRows(
    dataSource,
    'aids',
    `SELECT r.ref, a.aid_no AS "aidNo", a.programme, a.granted_on::text AS "grantedOn", a.amount::text AS amount
       FROM recipient r
       JOIN aid a ON a.id_number = r.id_number
      WHERE r.ref = ANY($1)
      ORDER BY a.aid_no`,
    [refs],
  );
}
