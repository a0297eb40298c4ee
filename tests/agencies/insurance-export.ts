import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Row = Readonly<Record<string, string>>;

/** A hand-made export of the insurance platform: rows are given by what matters in them. */
export interface InsuranceExport {
  readonly folder: string;
  write(files: Readonly<Record<string, readonly Row[]>>): void;
  remove(): void;
}

const MONEY = [
  ...[
    'medfee_sumamt',
    'fulamt_ownpay_amt',
    'overlmt_selfpay',
    'preselfpay_amt',
    'inscp_scp_amt',
    'act_pay_dedc',
    'hifp_pay',
    'cvlserv_pay',
  ],
  ...['hifes_pay', 'hifmi_pay', 'hifob_pay', 'maf_pay', 'hosp_part_amt', 'oth_pay', 'fund_pay_sumamt', 'psn_part_amt', 'acct_pay'],
  'psn_cash_pay',
];
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'insured.csv': [
    ...['psn_no', 'certno', 'psn_name', 'gend', 'brdy', 'insutype', 'psn_type', 'insu_admdvs', 'bgn_date', 'end_date', 'subsidy_flag'],
  ],
  'settlements.csv': [
    ...['setl_id', 'mdtrt_id', 'psn_no', 'certno', 'insutype', 'med_type', 'adm_date', 'dscg_date', 'setl_time', 'dise_no', 'dise_name'],
    ...['fixmedins_name', ...MONEY, 'refd_setl_flag', 'refd_setl_id'],
  ],
  'fund_split.csv': ['setl_id', 'fund_pay_type', 'fund_pay_type_name', 'inscp_scp_amt', 'fund_payamt'],
  'ma_claims.csv': [
    ...['claim_no', 'setl_id', 'psn_no', 'certno', 'ma_class', 'apply_date', 'notice_bgn', 'notice_end', 'pay_date', 'rate', 'pay_amt'],
  ],
  'commercial_claims.csv': ['claim_no', 'setl_id', 'psn_no', 'certno', 'policy_year', 'liability', 'pay_date', 'pay_amt'],
  'high_cost_alerts.csv': ['alert_no', 'psn_no', 'certno', 'year', 'raised_on', 'burden_amt', 'status'],
};
const INSURED = {
  psn_name: '王伟',
  gend: '1',
  brdy: '1980-01-01',
  insutype: '390',
  psn_type: '15',
  bgn_date: '2020-01-01',
  subsidy_flag: '0',
};
const SETTLED = { insutype: '390', med_type: '21', adm_date: '2026-03-01', dscg_date: '2026-03-09', fixmedins_name: '青岚县人民医院' };
const DEFAULTS: Readonly<Record<string, Row>> = {
  'insured.csv': INSURED,
  'settlements.csv': { ...SETTLED, setl_time: '2026-03-09 16:30:00', dise_no: 'C34.9', dise_name: '肺恶性肿瘤', refd_setl_flag: '0' },
};

/**
 * The amounts of a bill of 1,000 yuan outside and `inPolicy` yuan within the policy, by what funds paid; the rest is the person's. All in
 * whole yuan.
 */
export function bill(inPolicy: number, paid: Readonly<Record<string, number>> = {}): Row {
  const funds = Object.values(paid).reduce((sum, yuan) => sum + yuan, 0);
  const part = 1_000 + inPolicy - funds;
  const amounts: Record<string, number> = {
    ...{ medfee_sumamt: 1_000 + inPolicy, fulamt_ownpay_amt: 1_000, inscp_scp_amt: inPolicy, act_pay_dedc: 300 },
    ...{ ...paid, fund_pay_sumamt: funds, psn_part_amt: part, psn_cash_pay: part },
  };
  return Object.fromEntries(MONEY.map((column) => [column, (amounts[column] ?? 0).toFixed(2)]));
}

/** The reversal of a settlement. */
export const reversalOf = (row: Row, id: string): Row => ({
  ...row,
  ...Object.fromEntries(MONEY.map((column) => [column, (-Number(row[column])).toFixed(2)])),
  setl_id: id,
  setl_time: '2026-03-20 09:00:00',
  refd_setl_flag: '1',
  refd_setl_id: row.setl_id ?? '',
});

/** Makes a folder for an export; files not written hold their header only. */
export function insuranceExport(asOf: string): InsuranceExport {
  const folder = mkdtempSync(join(tmpdir(), 'aidgraph-insurance-'));
  return {
    folder,
    write: (files) => {
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ agency: 'medical-insurance', asOf }));
      for (const [file, columns] of Object.entries(COLUMNS)) {
        const rows = (files[file] ?? []).map((row) => ({ ...DEFAULTS[file], ...row }) as Row);
        const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
        writeFileSync(join(folder, file), lines.map((cells) => `${cells.join(',')}\r\n`).join(''));
      }
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
