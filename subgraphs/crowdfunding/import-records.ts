import { importExport } from '../../kit/enrol-records/import-export.js';
import { openRecords } from './data/open-records.js';
import { CAMPAIGNS } from './import-files/campaigns.js';
import { MONEY } from './import-files/money.js';

/** Puts an export of the platform in place of the last one and enrols every patient in it. */
export const importRecords = importExport({
  agency: 'crowdfunding',
  tables: [CAMPAIGNS, MONEY],
  persons: { table: 'patient', listed: 'SELECT id_number FROM campaign' },
  open: openRecords,
});
