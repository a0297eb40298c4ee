import { tableReader } from '../../../kit/records/table-reader.js';

/** The sheet of donations. Dates and amounts must be readable but stand as written. */
export const DONATIONS = tableReader({
  file: 'donations.csv',
  table: 'donation',
  columns: ['捐赠编号', '捐赠人类别', '捐赠人', '捐赠人身份证号', '捐赠日期', '金额', '定向受益人', '定向受益人身份证号', '不公开'],
  cells: {
    donation_no: (row) => row.text('捐赠编号'),
    donor_kind: (row) => row.optional('捐赠人类别'),
    donor_name: (row) => row.optional('捐赠人'),
    donor_id_number: (row) => row.idNumber('捐赠人身份证号'),
    donated_on: (row) => row.day('捐赠日期') && row.text('捐赠日期'),
    amount: (row) => row.yuan('金额') && row.text('金额'),
    beneficiary_name: (row) => row.optional('定向受益人'),
    beneficiary_id_number: (row) => row.idNumber('定向受益人身份证号'),
    unpublished: (row) => (row.optional('不公开') === null ? 'false' : 'true'),
  },
});
