import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A payment of the special fund, date and amount as written. */
export interface FundPaymentRow {
  readonly ref: string;
  readonly caseNo: string;
  readonly diseaseCode: string | null;
  readonly paidOn: string;
  readonly paid: string;
}

/** What the special fund paid to persons; cases not decided or not paid are no aid. */
export function findFundPayments(dataSource: DataSource, refs: readonly string[]): Promise<FundPaymentRow[]> {
  return readRows(
    dataSource,
    'fund-payments',
    `SELECT p.ref, f.case_no AS "caseNo", f.disease_code AS "diseaseCode", f.paid_on AS "paidOn", f.paid
       FROM party p
       JOIN fund_case f ON f.id_number = p.id_number
      WHERE p.ref = ANY($1) AND f.paid_on IS NOT NULL AND f.paid IS NOT NULL
      ORDER BY f.case_no`,
    [refs],
  );
}
