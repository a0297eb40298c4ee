import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const YUAN = { type: 'numeric', precision: 16, scale: 2 } as const;

/**
 * One settlement event (settlements.csv), amounts in yuan under the names of the national interface (transaction 2304, setlinfo). A
 * reversal is a row of its own with every amount negated.
 */
@Entity({ name: 'settlement' })
export class Settlement {
  @PrimaryColumn({ name: 'setl_id', type: 'text' })
  settlementId!: string;

  @Column({ name: 'mdtrt_id', type: 'text', nullable: true })
  visitId!: string | null;

  @Index('settlement_person')
  @Column({ name: 'psn_no', type: 'text' })
  psnNo!: string;

  /** `310` employee, `390` resident. */
  @Column({ name: 'insurance_type', type: 'text' })
  insuranceType!: string;

  /** `21` inpatient, `11` outpatient, `14` chronic outpatient. */
  @Column({ name: 'care_type', type: 'text' })
  careType!: string;

  @Column({ name: 'admitted_on', type: 'date', nullable: true })
  admittedOn!: string | null;

  @Column({ name: 'discharged_on', type: 'date', nullable: true })
  dischargedOn!: string | null;

  /** The natural day (Asia/Shanghai). */
  @Column({ name: 'settled_on', type: 'date' })
  settledOn!: string;

  /** ICD-10. */
  @Column({ name: 'disease_code', type: 'text', nullable: true })
  diseaseCode!: string | null;

  @Column({ name: 'disease', type: 'text', nullable: true })
  disease!: string | null;

  @Column({ name: 'hospital', type: 'text', nullable: true })
  hospital!: string | null;

  /** All charges. */
  @Column({ name: 'medfee_sumamt', ...YUAN })
  total!: string;

  @Column({ name: 'fulamt_ownpay_amt', ...YUAN })
  fullSelfPay!: string;

  @Column({ name: 'overlmt_selfpay', ...YUAN })
  overLimit!: string;

  @Column({ name: 'preselfpay_amt', ...YUAN })
  advanceSelfPay!: string;

  @Column({ name: 'inscp_scp_amt', ...YUAN })
  inPolicy!: string;

  @Column({ name: 'act_pay_dedc', ...YUAN })
  deductible!: string;

  @Column({ name: 'hifp_pay', ...YUAN })
  basicInsurance!: string;

  @Column({ name: 'cvlserv_pay', ...YUAN })
  civilServants!: string;

  @Column({ name: 'hifes_pay', ...YUAN })
  enterprise!: string;

  /** Critical illness insurance of residents. */
  @Column({ name: 'hifmi_pay', ...YUAN })
  criticalIllness!: string;

  /** Large-cost insurance of employees. */
  @Column({ name: 'hifob_pay', ...YUAN })
  largeCost!: string;

  @Column({ name: 'maf_pay', ...YUAN })
  medicalAssistance!: string;

  @Column({ name: 'hosp_part_amt', ...YUAN })
  hospitalPart!: string;

  @Column({ name: 'oth_pay', ...YUAN })
  otherFunds!: string;

  @Column({ name: 'fund_pay_sumamt', ...YUAN })
  fundsTotal!: string;

  @Column({ name: 'psn_part_amt', ...YUAN })
  personPart!: string;

  @Column({ name: 'acct_pay', ...YUAN })
  accountPart!: string;

  @Column({ name: 'psn_cash_pay', ...YUAN })
  cashPart!: string;

  /** The settlement this one reverses; null: it is none. */
  @Index('settlement_reversed', { where: 'reverses_id IS NOT NULL' })
  @Column({ name: 'reverses_id', type: 'text', nullable: true })
  reversesId!: string | null;
}
