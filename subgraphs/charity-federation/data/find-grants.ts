import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A grant from a project, dates and amounts as written. */
export interface GrantRow {
  readonly ref: string;
  readonly registerNo: string;
  readonly projectName: string;
  /** The project's; null when no such project is on record. */
  readonly category: string | null;
  readonly diseaseCode: string | null;
  readonly grantedOn: string;
  readonly amount: string;
}

/** Grants to persons. */
export function findGrants(dataSource: DataSource, refs: readonly string[]): Promise<GrantRow[]> {
  return readRows(
    dataSource,
    'grants',
    `SELECT p.ref, g.register_no AS "registerNo", g.project_name AS "projectName", c.category,
            g.disease_code AS "diseaseCode", g.granted_on AS "grantedOn", g.amount
       FROM party p
       JOIN charity_grant g ON g.id_number = p.id_number
       LEFT JOIN LATERAL (SELECT category FROM project WHERE name = g.project_name ORDER BY project_no LIMIT 1) c ON true
      WHERE p.ref = ANY($1)
      ORDER BY g.register_no`,
    [refs],
  );
}
