import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A cover of a person. Dates `YYYY-MM-DD`. */
export interface CoverRow {
  readonly ref: string;
  readonly psnNo: string;
  readonly insuranceType: string;
  readonly beganOn: string;
  readonly endedOn: string | null;
  readonly premiumSubsidised: boolean;
}

/** Covers of persons. */
export function findCovers(dataSource: DataSource, refs: readonly string[]): Promise<CoverRow[]> {
  return readRows(
    dataSource,
    'covers',
    `SELECT p.ref, i.psn_no AS "psnNo", i.insurance_type AS "insuranceType", i.began_on::text AS "beganOn",
            i.ended_on::text AS "endedOn", i.premium_subsidised AS "premiumSubsidised"
       FROM person p
       JOIN insured i ON i.id_number = p.id_number
      WHERE p.ref = ANY($1)
      ORDER BY i.psn_no, i.insurance_type, i.began_on`,
    [refs],
  );
}
