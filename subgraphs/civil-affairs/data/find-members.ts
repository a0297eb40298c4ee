import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A member of a household. */
export interface MemberRow {
  readonly householdNo: string;
  readonly residentNo: string;
  /** null: not enrolled, so nothing about this member can be decided. */
  readonly ref: string | null;
  readonly name: string;
  readonly birthDate: string | null;
  readonly relationCode: string | null;
}

/** The members of households. */
export function findMembers(dataSource: DataSource, householdNos: readonly string[]): Promise<MemberRow[]> {
  return readRows(
    dataSource,
    'members',
    `SELECT m.household_no AS "householdNo", r.resident_no AS "residentNo", p.ref, r.name,
            r.birth_date AS "birthDate", m.relation_code AS "relationCode"
       FROM household_member m
       JOIN resident r ON r.resident_no = m.resident_no
       LEFT JOIN person p ON p.id_number = r.id_number
      WHERE m.household_no = ANY($1)
      ORDER BY r.resident_no`,
    [householdNos],
  );
}
