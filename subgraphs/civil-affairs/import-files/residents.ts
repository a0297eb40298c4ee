import { tableReader } from '../../../kit/records/table-reader.js';

/** Everybody the bureau knows of. */
export const RESIDENTS = tableReader({
  file: 'residents.csv',
  table: 'resident',
  columns: ['resi_no', 'certno', 'name', 'sex', 'brdy', 'hukou_type', 'town_code', 'town_name', 'vill_addr', 'tel'],
  cells: {
    resident_no: (row) => row.text('resi_no'),
    id_number: (row) => row.idNumber('certno'),
    name: (row) => row.text('name'),
    sex_code: (row) => row.optional('sex'),
    birth_date: (row) => row.optional('brdy'),
    hukou_type: (row) => row.optional('hukou_type'),
    town_code: (row) => row.optional('town_code'),
    town_name: (row) => row.optional('town_name'),
    village_address: (row) => row.optional('vill_addr'),
    telephone: (row) => row.optional('tel'),
  },
});
