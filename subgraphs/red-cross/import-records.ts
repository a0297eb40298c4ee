import { importExport } from '../../kit/enrol-records/import-export.js';
import { openRecords } from './data/open-records.js';
import { GRANTS } from './import-files/grants.js';

/** Puts the Red Cross's sheet in place of the last one and enrols everybody in it. */
export const importRecords = importExport({
  agency: 'red-cross',
  tables: [GRANTS],
  persons: { table: 'beneficiary', listed: 'SELECT id_number FROM humanitarian_grant' },
  open: openRecords,
});
