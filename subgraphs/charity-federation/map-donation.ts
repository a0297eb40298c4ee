import { readDate } from '../../kit/records/read-date.js';
import type { DonationRow } from './data/find-donations.js';
import { mapAmount } from './map-amount.js';
import type { EarmarkedDonation } from './types/earmarked-donation.js';

/** An earmarked donation as the contract tells it. */
export function mapDonation(row: DonationRow): EarmarkedDonation {
  return {
    id: `DONATION:${row.donationNo}`,
    amount: mapAmount(row.amount),
    donorName: row.donorName?.replace(/\s+/g, '') ?? null,
    donatedOn: readDate(row.donatedOn),
  };
}
