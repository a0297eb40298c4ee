import type { DisclosureReport } from '../../schema/wire/disclosure.js';
import { findings, waterfall } from './casework-answers.fixture.js';
import type { PersonAid } from './question.js';

const bill = (settledOn: string) => ({
  settledOn,
  careType: null,
  diagnosis: null,
  hospital: null,
  total: { min: '20000.00', max: '49999.99' },
  inPolicy: { min: '20000.00', max: '49999.99' },
  basicInsurance: { min: '10000.00', max: '19999.99' },
  criticalIllness: { min: '0.00', max: '0.00' },
  medicalAssistance: null,
  otherFunds: { min: '0.00', max: '0.00' },
  commercialInPolicy: { min: '0.00', max: '0.00' },
  commercialOutside: { min: '500.00', max: '999.99' },
});

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
      waterfall,
      findings,
      medicalInsuranceCover: { asOf: '2026-10-31T18:00:00Z', items: null },
      settlements: {
        asOf: '2026-10-31T18:00:00Z',
        items: ['2026-03', '2026-05', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05'].map(bill),
      },
      medicalInsuranceAid: { asOf: '2026-10-31T18:00:00Z', items: [] },
      highCostAlerts: { asOf: '2026-10-31T18:00:00Z', items: [] },
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
      { source: 'medical-insurance', coordinate: 'CoverAnswer.items', outcome: 'WITHHELD' },
      {
        source: 'medical-insurance',
        coordinate: 'SettlementAnswer.items',
        outcome: 'TRANSFORMED',
        transform: 'PRESENCE',
        basis: 'LOCAL_REGULATION',
      },
      {
        source: 'medical-insurance',
        coordinate: 'Settlement.settledOn',
        outcome: 'TRANSFORMED',
        transform: 'GENERALISE_MONTH',
        basis: 'LOCAL_REGULATION',
      },
      { source: 'medical-insurance', coordinate: 'Settlement.diagnosis', outcome: 'WITHHELD' },
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
