import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A grant, date and amount as written. */
export interface GrantRow {
  readonly ref: string;
  readonly grantNo: string;
  readonly project: string;
  readonly disease: string | null;
  readonly diseaseCode: string | null;
  readonly grantedOn: string;
  readonly amount: string;
}

/** Grants to persons. */
export function findGrants(dataSource: DataSource, refs: readonly string[]): Promise<GrantRow[]> {
  return readRows(
    dataSource,
    'grants',
    `SELECT b.ref, g.grant_no AS "grantNo", g.project, g.disease, g.disease_code AS "diseaseCode", g.granted_on AS "grantedOn", g.amount
       FROM beneficiary b
       JOIN humanitarian_grant g ON g.id_number = b.id_number
      WHERE b.ref = ANY($1)
      ORDER BY g.grant_no`,
    [refs],
  );
}
