import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Medical assistance on application, after settlement (ma_claims.csv). */
@Entity({ name: 'ma_claim' })
export class MaClaim {
  @PrimaryColumn({ name: 'claim_no', type: 'text' })
  claimNo!: string;

  @Index('ma_claim_settlement')
  @Column({ name: 'setl_id', type: 'text', nullable: true })
  settlementId!: string | null;

  @Index('ma_claim_person')
  @Column({ name: 'psn_no', type: 'text' })
  psnNo!: string;

  /** The class it was given for, in the bureau's words. */
  @Column({ name: 'ma_class', type: 'text' })
  maClass!: string;

  @Column({ name: 'applied_on', type: 'date', nullable: true })
  appliedOn!: string | null;

  @Column({ name: 'notice_from', type: 'date', nullable: true })
  noticeFrom!: string | null;

  @Column({ name: 'notice_until', type: 'date', nullable: true })
  noticeUntil!: string | null;

  @Column({ name: 'rate', type: 'numeric', precision: 12, scale: 4, nullable: true })
  rate!: string | null;

  /** null: under way. */
  @Column({ name: 'paid_on', type: 'date', nullable: true })
  paidOn!: string | null;

  @Column({ name: 'paid_amount', type: 'numeric', precision: 16, scale: 2, nullable: true })
  paidAmount!: string | null;
}
