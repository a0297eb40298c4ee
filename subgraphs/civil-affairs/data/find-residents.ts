import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** What the bureau knows of a person. */
export interface ResidentRow {
  readonly ref: string;
  readonly name: string;
  /** GB/T 2261.1. */
  readonly sexCode: string | null;
  /** As written. */
  readonly birthDate: string | null;
}

/** What the bureau knows of persons themselves; of a person registered twice both, the newer number last. */
export function findResidents(dataSource: DataSource, refs: readonly string[]): Promise<ResidentRow[]> {
  return readRows(
    dataSource,
    'residents',
    `SELECT p.ref, r.name, r.sex_code AS "sexCode", r.birth_date AS "birthDate"
       FROM person p
       JOIN resident r ON r.id_number = p.id_number
      WHERE p.ref = ANY($1)
      ORDER BY r.resident_no`,
    [refs],
  );
}
