import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A donation earmarked for a person, date and amount as written. */
export interface DonationRow {
  /** The person it is for. */
  readonly ref: string;
  readonly donationNo: string;
  readonly donorName: string | null;
  /** null: an organisation, anonymous, refusing publication, or not enrolled; nothing about the donor can then be decided. */
  readonly donorRef: string | null;
  readonly donatedOn: string;
  readonly amount: string;
}

/** Donations earmarked for persons. */
export function findDonations(dataSource: DataSource, refs: readonly string[]): Promise<DonationRow[]> {
  return readRows(
    dataSource,
    'donations',
    `SELECT p.ref, d.donation_no AS "donationNo", d.donor_name AS "donorName",
            CASE WHEN NOT d.unpublished AND d.donor_kind = '个人' THEN donor.ref END AS "donorRef",
            d.donated_on AS "donatedOn", d.amount
       FROM party p
       JOIN donation d ON d.beneficiary_id_number = p.id_number
       LEFT JOIN party donor ON donor.id_number = d.donor_id_number
      WHERE p.ref = ANY($1)
      ORDER BY d.donation_no`,
    [refs],
  );
}
