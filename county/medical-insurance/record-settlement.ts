import { type Day, isoDate } from '../calendar.js';
import { fenText } from '../money.js';
import type { Random } from '../random.js';
import { type Bill, fundsOf, personalPart } from './bill.js';
import type { Diagnosis } from './diagnoses.js';
import type { Hospital } from './hospitals.js';
import type { Insured } from './insured.js';
import type { MedicalInsuranceFiles } from './open-files.js';
import type { CareType } from './settle-bill.js';

/** When and where a bill arose. */
export interface Treatment {
  readonly careType: CareType;
  /** Outpatients are often settled without a diagnosis. */
  readonly diagnosis?: Diagnosis | undefined;
  readonly hospital: Hospital;
  readonly admitted: Day;
  readonly discharged: Day;
  readonly settled: Day;
}

const MED_TYPE: Readonly<Record<CareType, string>> = { INPATIENT: '21', OUTPATIENT: '11', CHRONIC: '14' };
const two = (value: number) => String(value).padStart(2, '0');

/** During office hours of a day. */
export const officeTime = (random: Random): string =>
  `${two(random.integer(8, 16))}:${two(random.integer(0, 59))}:${two(random.integer(0, 59))}`;

function amounts(bill: Bill, sign: 1 | -1) {
  const fen = (value: number) => fenText(sign * value || 0);
  return {
    medfee_sumamt: fen(bill.total),
    fulamt_ownpay_amt: fen(bill.fullSelfPay),
    overlmt_selfpay: fen(bill.overLimit),
    preselfpay_amt: fen(bill.advanceSelfPay),
    inscp_scp_amt: fen(bill.inPolicy),
    act_pay_dedc: fen(bill.deductible),
    hifp_pay: fen(bill.pool),
    cvlserv_pay: fen(bill.civilServant),
    hifes_pay: fen(bill.enterprise),
    hifmi_pay: fen(bill.criticalIllness),
    hifob_pay: fen(bill.largeCost),
    maf_pay: fen(bill.assistance),
    hosp_part_amt: fen(bill.hospital),
    oth_pay: fen(0),
    fund_pay_sumamt: fen(fundsOf(bill)),
    psn_part_amt: fen(personalPart(bill)),
    acct_pay: fen(bill.account),
    psn_cash_pay: fen(bill.cash),
  };
}

/** Writes a settlement and, where several funds paid, its split. A reversal negates every amount. @returns its setl_id. */
export function recordSettlement(
  random: Random,
  files: MedicalInsuranceFiles,
  insured: Insured,
  treatment: Treatment,
  bill: Bill,
  reversalOf?: string,
): string {
  const file = files['settlements.csv'];
  const setl_id = file.nextKey('S');
  const sign = reversalOf === undefined ? 1 : -1;
  const { diagnosis } = treatment;
  file.write({
    setl_id,
    mdtrt_id: `M${(reversalOf ?? setl_id).slice(1)}`,
    psn_no: insured.psn_no,
    certno: insured.certno,
    insutype: insured.employee ? '310' : '390',
    med_type: MED_TYPE[treatment.careType],
    adm_date: isoDate(treatment.admitted),
    dscg_date: isoDate(treatment.discharged),
    setl_time: `${isoDate(treatment.settled)} ${officeTime(random)}`,
    dise_no: diagnosis?.code ?? '',
    dise_name: diagnosis?.name ?? '',
    fixmedins_name: treatment.hospital.name,
    ...amounts(bill, sign),
    refd_setl_flag: reversalOf === undefined ? '0' : '1',
    refd_setl_id: reversalOf ?? '',
  });
  recordFundSplit(files, insured, setl_id, bill, sign);
  return setl_id;
}

function recordFundSplit(files: MedicalInsuranceFiles, insured: Insured, setl_id: string, bill: Bill, sign: 1 | -1): void {
  const pool = insured.employee ? '310100' : '390100';
  const funds = (
    [
      [pool, '统筹基金', bill.pool],
      ['390200', '大病保险', bill.criticalIllness],
      ['330100', '大额医疗补助', bill.largeCost],
      ['610100', '医疗救助', bill.assistance],
      ['320100', '公务员补助', bill.civilServant],
      ['370100', '企业补充', bill.enterprise],
    ] as const
  ).filter(([, , amount]) => amount !== 0);
  if (funds.length < 2) return;
  for (const [fund_pay_type, fund_pay_type_name, amount] of funds) {
    files['fund_split.csv'].write({
      setl_id,
      fund_pay_type,
      fund_pay_type_name,
      inscp_scp_amt: fenText(sign * bill.inPolicy),
      fund_payamt: fenText(sign * amount),
    });
  }
}
