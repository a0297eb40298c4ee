import { importExport } from '../../kit/enrol-records/import-export.js';
import { openRecords } from './data/open-records.js';
import { DONATIONS } from './import-files/donations.js';
import { GRANTS } from './import-files/grants.js';
import { PROJECTS } from './import-files/projects.js';
import { SPECIAL_FUND } from './import-files/special-fund.js';

/** Puts the federation's sheets in place of the last ones and enrols everybody in them. */
export const importRecords = importExport({
  agency: 'charity-federation',
  tables: [PROJECTS, GRANTS, DONATIONS, SPECIAL_FUND],
  persons: {
    table: 'party',
    listed: `SELECT id_number FROM charity_grant UNION SELECT id_number FROM fund_case
             UNION SELECT donor_id_number FROM donation UNION SELECT beneficiary_id_number FROM donation`,
  },
  open: openRecords,
});
