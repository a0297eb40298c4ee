import { amountAsWritten } from '../../kit/records/amount-as-written.js';
import { readDate } from '../../kit/records/read-date.js';
import type { AidRecord } from '../../schema/types/aid.js';
import type { FundPaymentRow } from './data/find-fund-payments.js';
import type { GrantRow } from './data/find-grants.js';
import { causeOf, FUND_CAUSE, FUND_PROGRAMME } from './mappings.js';

/** A grant from a project as aid. */
export function mapGrant(row: GrantRow): AidRecord {
  const grantedOn = readDate(row.grantedOn);
  return {
    id: `GRANT:${row.registerNo}`,
    kind: 'CHARITABLE_AID',
    programme: row.projectName,
    cause: causeOf(row.category),
    diagnosis: row.diseaseCode,
    amount: amountAsWritten(row.amount),
    grantedOn,
    lastPaidOn: grantedOn,
  };
}

/** A payment of the special fund as aid. */
export function mapFundPayment(row: FundPaymentRow): AidRecord {
  const paidOn = readDate(row.paidOn);
  return {
    id: `FUND:${row.caseNo}`,
    kind: 'SPECIAL_FUND_GRANT',
    programme: FUND_PROGRAMME,
    cause: FUND_CAUSE,
    diagnosis: row.diseaseCode,
    amount: amountAsWritten(row.paid),
    grantedOn: paidOn,
    lastPaidOn: paidOn,
  };
}
