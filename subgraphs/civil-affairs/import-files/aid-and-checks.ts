import { tableReader } from '../../../kit/records/table-reader.js';

/** Temporary assistance applied for. */
export const TEMPORARY_AID = tableReader({
  file: 'temp_aid.csv',
  table: 'temporary_aid',
  columns: ['aid_no', 'resi_no', 'cause', 'aid_mode', 'amount', 'apply_date', 'notice_bgn', 'notice_end', 'grant_date'],
  cells: {
    aid_no: (row) => row.text('aid_no'),
    resident_no: (row) => row.text('resi_no'),
    cause: (row) => row.optional('cause'),
    aid_mode: (row) => row.optional('aid_mode'),
    amount: (row) => row.optionalYuan('amount'),
    applied_on: (row) => row.optionalDay('apply_date'),
    notice_from: (row) => row.optionalDay('notice_bgn'),
    notice_until: (row) => row.optionalDay('notice_end'),
    granted_on: (row) => row.optionalDay('grant_date'),
  },
});

/** Refused applicants passed on to charities. */
export const REFERRALS = tableReader({
  file: 'referrals.csv',
  table: 'referral',
  columns: ['referral_no', 'check_no', 'refer_date', 'refer_to', 'consent'],
  cells: {
    referral_no: (row) => row.text('referral_no'),
    check_no: (row) => row.text('check_no'),
    referred_on: (row) => row.day('refer_date'),
    referred_to: (row) => row.optional('refer_to'),
    consent: (row) => row.optional('consent'),
  },
});

/** Checks of economic status. */
export const ECONOMIC_CHECKS = tableReader({
  file: 'economic_checks.csv',
  table: 'economic_check',
  columns: ['check_no', 'resi_no', 'auth_no', 'auth_bgn', 'auth_end', 'report_date', 'income_mon', 'asset_total', 'conclusion'],
  cells: {
    check_no: (row) => row.text('check_no'),
    resident_no: (row) => row.text('resi_no'),
    authorisation_no: (row) => row.text('auth_no'),
    authorised_from: (row) => row.day('auth_bgn'),
    authorised_until: (row) => row.optionalDay('auth_end'),
    reported_on: (row) => row.optionalDay('report_date'),
    monthly_income: (row) => row.optionalYuan('income_mon'),
    assets: (row) => row.optionalYuan('asset_total'),
    conclusion: (row) => row.optional('conclusion'),
  },
});
