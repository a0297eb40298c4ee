import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A case of the anti-poverty special fund (special_fund.csv). Dates and amounts as written. */
@Entity({ name: 'fund_case' })
export class FundCase {
  @PrimaryColumn({ name: 'case_no', type: 'text' })
  caseNo!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  /** Of the applicant (party); null: none was written. */
  @Index('fund_case_id_number')
  @Column({ name: 'id_number', type: 'text', nullable: true })
  idNumber!: string | null;

  @Column({ name: 'disease', type: 'text', nullable: true })
  disease!: string | null;

  /** ICD-10. */
  @Column({ name: 'disease_code', type: 'text', nullable: true })
  diseaseCode!: string | null;

  @Column({ name: 'applied_on', type: 'text', nullable: true })
  appliedOn!: string | null;

  @Column({ name: 'gap', type: 'text', nullable: true })
  gap!: string | null;

  @Column({ name: 'met_on', type: 'text', nullable: true })
  metOn!: string | null;

  /** Of the joint meeting: `同意`, `部分同意`, `不同意`, `待补充材料`; null: not met yet. */
  @Column({ name: 'decision', type: 'text', nullable: true })
  decision!: string | null;

  /** null: not paid. */
  @Column({ name: 'paid_on', type: 'text', nullable: true })
  paidOn!: string | null;

  @Column({ name: 'paid', type: 'text', nullable: true })
  paid!: string | null;
}
