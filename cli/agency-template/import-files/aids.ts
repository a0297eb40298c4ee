import { tableReader } from '../../../kit/records/table-reader.js';

/** The list of aid: columns of the export on the right, of the table on the left. A cell that cannot be read leaves its row out. */
export const AIDS = tableReader({
  file: 'aids.csv',
  table: 'aid',
  columns: ['aid_no', 'name', 'id_number', 'programme', 'granted_on', 'amount'],
  cells: {
    aid_no: (row) => row.text('aid_no'),
    name: (row) => row.optional('name'),
    id_number: (row) => row.idNumber('id_number'),
    programme: (row) => row.text('programme'),
    granted_on: (row) => row.day('granted_on'),
    amount: (row) => row.yuan('amount'),
  },
});
