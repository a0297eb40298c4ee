import { tableReader } from '../../../kit/records/table-reader.js';

/** Everybody insured. */
export const INSURED = tableReader({
  file: 'insured.csv',
  table: 'insured',
  columns: ['psn_no', 'certno', 'psn_name', 'gend', 'brdy', 'insutype', 'psn_type', 'insu_admdvs', 'bgn_date', 'end_date', 'subsidy_flag'],
  cells: {
    psn_no: (row) => row.text('psn_no'),
    insurance_type: (row) => row.text('insutype'),
    began_on: (row) => row.day('bgn_date'),
    id_number: (row) => row.idNumber('certno'),
    name: (row) => row.text('psn_name'),
    sex_code: (row) => row.optional('gend'),
    birth_date: (row) => row.optional('brdy'),
    person_type: (row) => row.optional('psn_type'),
    area_code: (row) => row.optional('insu_admdvs'),
    ended_on: (row) => row.optionalDay('end_date'),
    premium_subsidised: (row) => row.flag('subsidy_flag'),
  },
});
