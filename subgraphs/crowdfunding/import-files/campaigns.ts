import { tableReader } from '../../../kit/records/table-reader.js';
import { readInstant } from './read-instant.js';

/** Campaigns, each for one patient. */
export const CAMPAIGNS = tableReader({
  file: 'campaigns.csv',
  table: 'campaign',
  columns: [
    ...['campaign_id', 'patient_name', 'patient_id_number', 'organiser_name', 'organiser_relation', 'disease', 'icd10'],
    ...['target', 'opened_at', 'closed_at', 'state', 'verification'],
  ] as const,
  cells: {
    campaign_no: (row) => row.text('campaign_id'),
    patient_name: (row) => row.text('patient_name'),
    id_number: (row) => row.idNumber('patient_id_number'),
    organiser_name: (row) => row.optional('organiser_name'),
    organiser_relation: (row) => row.optional('organiser_relation'),
    disease: (row) => row.optional('disease'),
    disease_code: (row) => row.optional('icd10'),
    target_amount: (row) => row.yuan('target'),
    opened_at: (row) => row.as('opened_at', readInstant),
    closed_at: (row) => row.optionalAs('closed_at', readInstant),
    state_code: (row) => row.oneOf('state', ['OPEN', 'CLOSED']),
    verification_code: (row) => row.oneOf('verification', ['VERIFIED', 'PENDING']),
  },
});
