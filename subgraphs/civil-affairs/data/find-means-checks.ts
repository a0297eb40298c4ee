import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** One check of economic status that has ended, and the first referral that followed it. Dates `YYYY-MM-DD`. */
export interface MeansCheckRow {
  readonly ref: string;
  readonly checkNo: string;
  readonly reportedOn: string;
  /** The bureau's wording. */
  readonly conclusion: string | null;
  readonly referredOn: string | null;
  readonly consent: string | null;
}

/** Checks of persons that have ended; one that is under way says nothing yet. */
export function findMeansChecks(dataSource: DataSource, refs: readonly string[]): Promise<MeansCheckRow[]> {
  return readRows(
    dataSource,
    'means-checks',
    `SELECT p.ref, c.check_no AS "checkNo", c.reported_on::text AS "reportedOn", c.conclusion,
            f.referred_on::text AS "referredOn", f.consent
       FROM person p
       JOIN resident r ON r.id_number = p.id_number
       JOIN economic_check c ON c.resident_no = r.resident_no
       LEFT JOIN LATERAL (
            SELECT referred_on, consent FROM referral WHERE check_no = c.check_no ORDER BY referred_on, referral_no LIMIT 1) f ON true
      WHERE p.ref = ANY($1) AND c.reported_on IS NOT NULL
      ORDER BY c.check_no`,
    [refs],
  );
}
