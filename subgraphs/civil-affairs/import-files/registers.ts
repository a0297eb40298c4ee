import { tableReader } from '../../../kit/records/table-reader.js';

/** The register of dibao. */
export const DIBAO = tableReader({
  file: 'dibao.csv',
  table: 'dibao_grant',
  columns: ['card_no', 'hshd_no', 'resi_no', 'obj_type', 'bao_type', 'mon_amt', 'bgn_date', 'review_date', 'end_date', 'last_pay_ym'],
  cells: {
    card_no: (row) => row.text('card_no'),
    household_no: (row) => row.text('hshd_no'),
    resident_no: (row) => row.text('resi_no'),
    object_type: (row) => row.text('obj_type'),
    grant_type: (row) => row.oneOf('bao_type', ['户保', '单人保']),
    monthly_amount: (row) => row.yuan('mon_amt'),
    began_on: (row) => row.day('bgn_date'),
    review_on: (row) => row.optionalDay('review_date'),
    ended_on: (row) => row.optionalDay('end_date'),
    last_paid_month: (row) => row.optionalMonth('last_pay_ym'),
  },
});

/** The register of near-dibao households. */
export const NEAR_DIBAO = tableReader({
  file: 'near_dibao.csv',
  table: 'near_dibao_grant',
  columns: ['card_no', 'hshd_no', 'resi_no', 'obj_type', 'mon_amt', 'bgn_date', 'review_date', 'end_date', 'last_pay_ym'],
  cells: {
    card_no: (row) => row.text('card_no'),
    household_no: (row) => row.text('hshd_no'),
    resident_no: (row) => row.text('resi_no'),
    object_type: (row) => row.text('obj_type'),
    monthly_amount: (row) => row.optionalYuan('mon_amt'),
    began_on: (row) => row.day('bgn_date'),
    review_on: (row) => row.optionalDay('review_date'),
    ended_on: (row) => row.optionalDay('end_date'),
    last_paid_month: (row) => row.optionalMonth('last_pay_ym'),
  },
});

/** The register of persons in extreme poverty. */
export const TEKUN = tableReader({
  file: 'tekun.csv',
  table: 'tekun_grant',
  columns: [
    'card_no',
    'resi_no',
    'obj_type',
    'support_mode',
    'care_grade',
    'mon_amt',
    'bgn_date',
    'review_date',
    'end_date',
    'last_pay_ym',
  ],
  cells: {
    card_no: (row) => row.text('card_no'),
    resident_no: (row) => row.text('resi_no'),
    object_type: (row) => row.text('obj_type'),
    support_mode: (row) => row.optional('support_mode'),
    care_grade: (row) => row.optional('care_grade'),
    monthly_amount: (row) => row.yuan('mon_amt'),
    began_on: (row) => row.day('bgn_date'),
    review_on: (row) => row.optionalDay('review_date'),
    ended_on: (row) => row.optionalDay('end_date'),
    last_paid_month: (row) => row.optionalMonth('last_pay_ym'),
  },
});

/** The register of unavoidable-expenditure hardship. */
export const RIGID_EXPENDITURE = tableReader({
  file: 'rigid_expenditure.csv',
  table: 'rigid_expenditure',
  columns: ['card_no', 'hshd_no', 'obj_type', 'exp_ratio', 'bgn_date', 'valid_until'],
  cells: {
    card_no: (row) => row.text('card_no'),
    household_no: (row) => row.text('hshd_no'),
    object_type: (row) => row.text('obj_type'),
    expenditure_ratio: (row) => row.optionalNumber('exp_ratio'),
    began_on: (row) => row.day('bgn_date'),
    valid_until: (row) => row.optionalDay('valid_until'),
  },
});
