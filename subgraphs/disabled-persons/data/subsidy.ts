import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One of the two subsidies (subsidies.csv). */
@Entity({ name: 'subsidy' })
export class Subsidy {
  @PrimaryColumn({ name: 'subsidy_no', type: 'text' })
  subsidyNo!: string;

  @Index('subsidy_id_number')
  @Column({ name: 'id_number', type: 'text', nullable: true })
  idNumber!: string | null;

  /** `困难残疾人生活补贴` or `重度残疾人护理补贴`. */
  @Column({ name: 'subsidy_kind', type: 'text' })
  subsidyKind!: string;

  /** Yuan a month. */
  @Column({ name: 'monthly_amount', type: 'numeric', precision: 12, scale: 2 })
  monthlyAmount!: string;

  /** `YYYY-MM`. */
  @Column({ name: 'began_month', type: 'text' })
  beganMonth!: string;

  /** null: still running. */
  @Column({ name: 'ended_month', type: 'text', nullable: true })
  endedMonth!: string | null;

  /** null: not paid yet. */
  @Column({ name: 'last_paid_month', type: 'text', nullable: true })
  lastPaidMonth!: string | null;
}
