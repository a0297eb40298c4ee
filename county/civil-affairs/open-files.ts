import { join } from 'node:path';
import { CsvFile } from '../csv-file.js';

/** Creates the ten exports of civil affairs in a folder. */
export function openCivilAffairsFiles(folder: string) {
  const file = <const C extends string>(name: string, columns: readonly C[]) => new CsvFile(join(folder, name), columns);
  const holder = ['hshd_no', 'resi_no', 'certno'] as const;
  const monthly = ['mon_amt', 'bgn_date', 'review_date', 'end_date', 'last_pay_ym'] as const;
  return {
    'residents.csv': file('residents.csv', [
      'resi_no',
      'certno',
      'name',
      'sex',
      'brdy',
      'hukou_type',
      'town_code',
      'town_name',
      'vill_addr',
      'tel',
    ]),
    'households.csv': file('households.csv', ['hshd_no', 'head_resi_no', 'town_code', 'vill_addr', 'member_cnt']),
    'household_members.csv': file('household_members.csv', [...holder, 'rel_code', 'cover_flag']),
    'dibao.csv': file('dibao.csv', ['card_no', ...holder, 'obj_type', 'bao_type', 'cover_cnt', ...monthly]),
    'near_dibao.csv': file('near_dibao.csv', ['card_no', ...holder, 'obj_type', 'cover_cnt', ...monthly]),
    'tekun.csv': file('tekun.csv', ['card_no', ...holder, 'obj_type', 'support_mode', 'care_grade', ...monthly]),
    'temp_aid.csv': file('temp_aid.csv', [
      'aid_no',
      ...holder,
      'cause',
      'aid_mode',
      'amount',
      'apply_date',
      'notice_bgn',
      'notice_end',
      'grant_date',
    ]),
    'rigid_expenditure.csv': file('rigid_expenditure.csv', [
      'card_no',
      ...holder,
      'obj_type',
      'cover_cnt',
      'exp_ratio',
      'bgn_date',
      'valid_until',
    ]),
    'economic_checks.csv': file('economic_checks.csv', [
      'check_no',
      ...holder,
      'auth_no',
      'auth_bgn',
      'auth_end',
      'report_date',
      'income_mon',
      'asset_total',
      'conclusion',
    ]),
    'referrals.csv': file('referrals.csv', ['referral_no', 'check_no', ...holder, 'refer_date', 'refer_to', 'consent']),
  };
}

export type CivilAffairsFiles = ReturnType<typeof openCivilAffairsFiles>;
