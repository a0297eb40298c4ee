import { importExport } from '../../kit/enrol-records/import-export.js';
import { openRecords } from './data/open-records.js';
import { ECONOMIC_CHECKS, REFERRALS, TEMPORARY_AID } from './import-files/aid-and-checks.js';
import { HOUSEHOLD_MEMBERS, HOUSEHOLDS } from './import-files/households.js';
import { DIBAO, NEAR_DIBAO, RIGID_EXPENDITURE, TEKUN } from './import-files/registers.js';
import { RESIDENTS } from './import-files/residents.js';

/** Puts an export of the provincial system in place of the last one and enrols everybody in it. */
export const importRecords = importExport({
  agency: 'civil-affairs',
  tables: [
    RESIDENTS,
    HOUSEHOLDS,
    HOUSEHOLD_MEMBERS,
    DIBAO,
    NEAR_DIBAO,
    TEKUN,
    TEMPORARY_AID,
    RIGID_EXPENDITURE,
    ECONOMIC_CHECKS,
    REFERRALS,
  ],
  persons: { table: 'person', listed: 'SELECT id_number FROM resident' },
  open: openRecords,
});
