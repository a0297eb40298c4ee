import { importExport } from '../../kit/enrol-records/import-export.js';
import { openRecords } from './data/open-records.js';
import { AIDS } from './import-files/aids.js';

/** Puts an export in place of the last one and enrols everybody in it. */
export const importRecords = importExport({
  agency: 'example-agency',
  tables: [AIDS],
  persons: { table: 'recipient', listed: 'SELECT id_number FROM aid' },
  open: openRecords,
});
