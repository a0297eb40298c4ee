import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** One rehabilitation aid. Yuan, `YYYY-MM-DD`. */
export interface RehabilitationAidRow {
  readonly ref: string;
  readonly aidNo: string;
  readonly project: string;
  readonly approvedOn: string;
  readonly amount: string;
}

/** Rehabilitation aid to persons. */
export function findRehabilitationAids(dataSource: DataSource, refs: readonly string[]): Promise<RehabilitationAidRow[]> {
  return readRows(
    dataSource,
    'rehabilitation-aids',
    `SELECT p.ref, a.aid_no AS "aidNo", a.project, a.approved_on::text AS "approvedOn", a.amount::text AS amount
       FROM cardholder p
       JOIN rehabilitation_aid a ON a.id_number = p.id_number
      WHERE p.ref = ANY($1)
      ORDER BY a.aid_no`,
    [refs],
  );
}
