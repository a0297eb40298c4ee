import { importExport } from '../../kit/enrol-records/import-export.js';
import { openRecords } from './data/open-records.js';
import { CARDS } from './import-files/cards.js';
import { REHABILITATION_AIDS } from './import-files/rehabilitation-aids.js';
import { SUBSIDIES } from './import-files/subsidies.js';

/** Puts an export of the card system in place of the last one and enrols everybody in it. */
export const importRecords = importExport({
  agency: 'disabled-persons',
  tables: [CARDS, SUBSIDIES, REHABILITATION_AIDS],
  persons: {
    table: 'cardholder',
    listed: 'SELECT id_number FROM disability_card UNION SELECT id_number FROM subsidy UNION SELECT id_number FROM rehabilitation_aid',
  },
  open: openRecords,
});
