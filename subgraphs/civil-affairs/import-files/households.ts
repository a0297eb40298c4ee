import { tableReader } from '../../../kit/records/table-reader.js';

/** Households. */
export const HOUSEHOLDS = tableReader({
  file: 'households.csv',
  table: 'household',
  columns: ['hshd_no', 'head_resi_no', 'town_code', 'vill_addr', 'member_cnt'],
  cells: {
    household_no: (row) => row.text('hshd_no'),
    head_resident_no: (row) => row.text('head_resi_no'),
    town_code: (row) => row.optional('town_code'),
    village_address: (row) => row.optional('vill_addr'),
    member_count: (row) => row.optionalNumber('member_cnt'),
  },
});

/** Who belongs to which household. */
export const HOUSEHOLD_MEMBERS = tableReader({
  file: 'household_members.csv',
  table: 'household_member',
  columns: ['hshd_no', 'resi_no', 'rel_code', 'cover_flag'],
  cells: {
    household_no: (row) => row.text('hshd_no'),
    resident_no: (row) => row.text('resi_no'),
    relation_code: (row) => row.optional('rel_code'),
    covered: (row) => row.flag('cover_flag'),
  },
});
