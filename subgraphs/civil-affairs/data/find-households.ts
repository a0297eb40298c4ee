import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** The household a person lives in. */
export interface HouseholdRow {
  readonly ref: string;
  readonly householdNo: string;
  readonly townCode: string | null;
  readonly townName: string | null;
  readonly villageAddress: string | null;
  /** Members on record, the person included. */
  readonly members: number;
}

/** The households of persons; of a person in two, both, the newer number last. */
export function findHouseholds(dataSource: DataSource, refs: readonly string[]): Promise<HouseholdRow[]> {
  return readRows(
    dataSource,
    'households',
    `SELECT p.ref, h.household_no AS "householdNo", h.town_code AS "townCode", t.town_name AS "townName", h.village_address AS "villageAddress",
            (SELECT count(*)::int FROM household_member o WHERE o.household_no = h.household_no) AS members
       FROM person p
       JOIN resident r ON r.id_number = p.id_number
       JOIN household_member m ON m.resident_no = r.resident_no
       JOIN household h ON h.household_no = m.household_no
       LEFT JOIN resident t ON t.resident_no = h.head_resident_no
      WHERE p.ref = ANY($1)
      ORDER BY h.household_no`,
    [refs],
  );
}
