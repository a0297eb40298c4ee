import { join } from 'node:path';
import { CsvFile } from '../csv-file.js';

/** Creates the six exports of the insurance platform in a folder. */
export function openMedicalInsuranceFiles(folder: string) {
  const file = <const C extends string>(name: string, columns: readonly C[]) => new CsvFile(join(folder, name), columns);
  const person = ['psn_no', 'certno'] as const;
  return {
    'insured.csv': file('insured.csv', [
      ...person,
      'psn_name',
      'gend',
      'brdy',
      'insutype',
      'psn_type',
      'insu_admdvs',
      'bgn_date',
      'end_date',
      'subsidy_flag',
    ]),
    'settlements.csv': file('settlements.csv', [
      'setl_id',
      'mdtrt_id',
      ...person,
      'insutype',
      'med_type',
      'adm_date',
      'dscg_date',
      'setl_time',
      'dise_no',
      'dise_name',
      'fixmedins_name',
      'medfee_sumamt',
      'fulamt_ownpay_amt',
      'overlmt_selfpay',
      'preselfpay_amt',
      'inscp_scp_amt',
      'act_pay_dedc',
      'hifp_pay',
      'cvlserv_pay',
      'hifes_pay',
      'hifmi_pay',
      'hifob_pay',
      'maf_pay',
      'hosp_part_amt',
      'oth_pay',
      'fund_pay_sumamt',
      'psn_part_amt',
      'acct_pay',
      'psn_cash_pay',
      'refd_setl_flag',
      'refd_setl_id',
    ]),
    'fund_split.csv': file('fund_split.csv', ['setl_id', 'fund_pay_type', 'fund_pay_type_name', 'inscp_scp_amt', 'fund_payamt']),
    'ma_claims.csv': file('ma_claims.csv', [
      'claim_no',
      'setl_id',
      ...person,
      'ma_class',
      'apply_date',
      'notice_bgn',
      'notice_end',
      'pay_date',
      'rate',
      'pay_amt',
    ]),
    'commercial_claims.csv': file('commercial_claims.csv', [
      'claim_no',
      'setl_id',
      ...person,
      'policy_year',
      'liability',
      'pay_date',
      'pay_amt',
    ]),
    'high_cost_alerts.csv': file('high_cost_alerts.csv', ['alert_no', 'psn_no', 'certno', 'year', 'raised_on', 'burden_amt', 'status']),
  };
}

export type MedicalInsuranceFiles = ReturnType<typeof openMedicalInsuranceFiles>;
