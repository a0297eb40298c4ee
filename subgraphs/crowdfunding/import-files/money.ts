import { tableReader } from '../../../kit/records/table-reader.js';
import { readInstant } from './read-instant.js';

/** What came in and went out of campaigns. */
export const MONEY = tableReader({
  file: 'money.csv',
  table: 'money_entry',
  columns: ['entry_id', 'campaign_id', 'kind', 'at', 'amount', 'payee'],
  cells: {
    entry_no: (row) => row.text('entry_id'),
    campaign_no: (row) => row.text('campaign_id'),
    entry_kind: (row) => row.oneOf('kind', ['DONATION_DAY', 'WITHDRAWAL', 'FEE', 'RETURN']),
    entered_at: (row) => row.as('at', readInstant),
    amount: (row) => row.yuan('amount'),
    payee_code: (row) => row.optional('payee'),
  },
});
