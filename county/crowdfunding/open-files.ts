import { join } from 'node:path';
import { CsvFile } from '../csv-file.js';

/** Creates the two exports of the platform company in a folder. */
export function openCrowdfundingFiles(folder: string) {
  const file = <const C extends string>(name: string, columns: readonly C[]) => new CsvFile(join(folder, name), columns);
  return {
    'campaigns.csv': file('campaigns.csv', [
      'campaign_id',
      'patient_name',
      'patient_id_number',
      'organiser_name',
      'organiser_relation',
      'disease',
      'icd10',
      'target',
      'opened_at',
      'closed_at',
      'state',
      'verification',
    ]),
    'money.csv': file('money.csv', ['entry_id', 'campaign_id', 'kind', 'at', 'amount', 'payee']),
  };
}

export type CrowdfundingFiles = ReturnType<typeof openCrowdfundingFiles>;
