import { importExport } from '../../kit/enrol-records/import-export.js';
import { openRecords } from './data/open-records.js';
import { CHECKS } from './import-files/checks.js';
import { COMMERCIAL_CLAIMS, HIGH_COST_ALERTS, MA_CLAIMS } from './import-files/claims-and-alerts.js';
import { FUND_SPLIT } from './import-files/fund-split.js';
import { INSURED } from './import-files/insured.js';
import { SETTLEMENTS } from './import-files/settlements.js';

/** Puts an export of the provincial insurance platform in place of the last one and enrols everybody insured. */
export const importRecords = importExport({
  agency: 'medical-insurance',
  tables: [INSURED, SETTLEMENTS, FUND_SPLIT, MA_CLAIMS, COMMERCIAL_CLAIMS, HIGH_COST_ALERTS],
  checks: CHECKS,
  persons: { table: 'person', listed: 'SELECT id_number FROM insured' },
  open: openRecords,
});
