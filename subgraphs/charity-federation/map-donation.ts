import { amountAsWritten } from '../../kit/records/amount-as-written.js';
import { readDate } from '../../kit/records/read-date.js';
import type { DonationRow } from './data/find-donations.js';
import type { EarmarkedDonation } from './types/earmarked-donation.js';

/** An earmarked donation as the contract tells it. */
export function mapDonation(row: DonationRow): EarmarkedDonation {
  return {
    id: `DONATION:${row.donationNo}`,
    amount: amountAsWritten(row.amount),
    donorName: row.donorName?.replace(/\s+/g, '') ?? null,
    donatedOn: readDate(row.donatedOn),
  };
}
