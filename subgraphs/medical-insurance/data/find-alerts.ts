import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A high-cost alert about a person. */
export interface AlertRow {
  readonly ref: string;
  readonly alertNo: string;
  /** `YYYY`. */
  readonly year: string;
  /** `YYYY-MM-DD`. */
  readonly raisedOn: string;
  /** Yuan. */
  readonly burden: string;
  /** The bureau's word. */
  readonly state: string;
}

/** High-cost alerts about persons. */
export function findAlerts(dataSource: DataSource, refs: readonly string[]): Promise<AlertRow[]> {
  return readRows(
    dataSource,
    'alerts',
    `WITH asked AS (SELECT DISTINCT p.ref, i.psn_no FROM person p JOIN insured i ON i.id_number = p.id_number WHERE p.ref = ANY($1))
     SELECT p.ref, a.alert_no AS "alertNo", a.alert_year::text AS year, a.raised_on::text AS "raisedOn", a.burden_amount AS burden, a.state
       FROM asked p
       JOIN high_cost_alert a ON a.psn_no = p.psn_no
      ORDER BY a.alert_no`,
    [refs],
  );
}
