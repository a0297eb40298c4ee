import type { DisclosureReport } from '../../schema/wire/disclosure.js';
import type { PersonAid } from './question.js';

/** An answer holding every kind of cell: released, withheld, nothing on record, not answered. */
export const answered: { readonly data: PersonAid; readonly disclosure: DisclosureReport } = {
  data: {
    person: {
      priorAid: {
        total: { min: '2000.00', max: null },
        newestOn: '2026-04',
        sources: [
          {
            source: 'civil-affairs',
            state: 'ANSWERED',
            asOf: '2026-10-31T18:00:00Z',
            freshness: 'FRESH',
            total: { min: '2000.00', max: '4999.99' },
            newestOn: '2026-04',
          },
          {
            source: 'charity-federation',
            state: 'NOT_ANSWERED',
            asOf: null,
            freshness: 'UNKNOWN',
            total: { min: '0.00', max: null },
            newestOn: null,
          },
        ],
      },
      civilAffairsStatus: { asOf: '2026-10-31T18:00:00Z', items: null },
      civilAffairsAid: {
        asOf: '2026-10-31T18:00:00Z',
        items: [
          {
            kind: 'ONE_OFF_AID',
            programme: null,
            cause: null,
            diagnosis: null,
            amount: { min: '2000.00', max: '4999.99' },
            grantedOn: '2026-04',
            lastPaidOn: null,
          },
        ],
      },
      charityAid: null,
    },
  },
  disclosure: {
    receipt: 'receipt-1',
    purpose: 'PRIOR_AID_CHECK',
    lines: [
      { source: 'civil-affairs', coordinate: 'StatusAnswer.items', outcome: 'WITHHELD' },
      { source: 'civil-affairs', coordinate: 'AidAnswer.items', outcome: 'TRANSFORMED', transform: 'PRESENCE', basis: 'CONSENT' },
      { source: 'civil-affairs', coordinate: 'AidRecord.kind', outcome: 'TRANSFORMED', transform: 'GENERALISE_AID_KIND', basis: 'CONSENT' },
      { source: 'civil-affairs', coordinate: 'AidRecord.programme', outcome: 'WITHHELD' },
      { source: 'civil-affairs', coordinate: 'AidRecord.cause', outcome: 'WITHHELD' },
      { source: 'civil-affairs', coordinate: 'AidRecord.diagnosis', outcome: 'WITHHELD' },
      { source: 'civil-affairs', coordinate: 'AidRecord.amount', outcome: 'TRANSFORMED', transform: 'BAND_AMOUNT', basis: 'CONSENT' },
      {
        source: 'civil-affairs',
        coordinate: 'AidRecord.grantedOn',
        outcome: 'TRANSFORMED',
        transform: 'GENERALISE_MONTH',
        basis: 'CONSENT',
      },
      {
        source: 'civil-affairs',
        coordinate: 'AidRecord.lastPaidOn',
        outcome: 'TRANSFORMED',
        transform: 'GENERALISE_MONTH',
        basis: 'CONSENT',
      },
    ],
    sources: [
      { source: 'casework', asOf: null, answered: true },
      { source: 'charity-federation', asOf: null, answered: false },
      { source: 'civil-affairs', asOf: '2026-10-31T18:00:00Z', answered: true },
    ],
  },
};
