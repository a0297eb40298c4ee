import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the commercial supplement paid on a settlement (commercial_claims.csv, the insurer's feed for one-stop settlement). */
@Entity({ name: 'commercial_claim' })
export class CommercialClaim {
  @PrimaryColumn({ name: 'claim_no', type: 'text' })
  claimNo!: string;

  @Index('commercial_claim_settlement')
  @Column({ name: 'setl_id', type: 'text', nullable: true })
  settlementId!: string | null;

  @Column({ name: 'psn_no', type: 'text' })
  psnNo!: string;

  @Column({ name: 'policy_year', type: 'text', nullable: true })
  policyYear!: string | null;

  /** Whether it was paid on the part within the policy (政策内), else on the part outside (目录外). */
  @Column({ name: 'in_policy', type: 'boolean' })
  inPolicy!: boolean;

  @Column({ name: 'paid_on', type: 'date', nullable: true })
  paidOn!: string | null;

  @Column({ name: 'paid_amount', type: 'numeric', precision: 16, scale: 2, nullable: true })
  paidAmount!: string | null;
}
