import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A subsidy. Months `YYYY-MM`, yuan. */
export interface SubsidyRow {
  readonly ref: string;
  readonly subsidyNo: string;
  readonly subsidyKind: string;
  readonly monthlyAmount: string;
  readonly beganMonth: string;
  /** null: not paid yet. */
  readonly lastPaidMonth: string | null;
}

/** Subsidies of persons. */
export function findSubsidies(dataSource: DataSource, refs: readonly string[]): Promise<SubsidyRow[]> {
  return readRows(
    dataSource,
    'subsidies',
    `SELECT p.ref, s.subsidy_no AS "subsidyNo", s.subsidy_kind AS "subsidyKind", s.monthly_amount::text AS "monthlyAmount",
            s.began_month AS "beganMonth", s.last_paid_month AS "lastPaidMonth"
       FROM cardholder p
       JOIN subsidy s ON s.id_number = p.id_number
      WHERE p.ref = ANY($1)
      ORDER BY s.subsidy_no`,
    [refs],
  );
}
