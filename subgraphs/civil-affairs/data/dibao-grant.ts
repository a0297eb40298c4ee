import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A subsistence allowance, of a household or of one person in it (dibao.csv). */
@Entity({ name: 'dibao_grant' })
export class DibaoGrant {
  @PrimaryColumn({ name: 'card_no', type: 'text' })
  cardNo!: string;

  @Index('dibao_grant_household')
  @Column({ name: 'household_no', type: 'text' })
  householdNo!: string;

  /** The householder of a 户保, the one covered person of a 单人保. */
  @Index('dibao_grant_resident')
  @Column({ name: 'resident_no', type: 'text' })
  residentNo!: string;

  /** The bureau's wording of the status. */
  @Column({ name: 'object_type', type: 'text' })
  objectType!: string;

  /** `户保` or `单人保`. */
  @Column({ name: 'grant_type', type: 'text' })
  grantType!: string;

  /** Yuan a month, for all who are covered. */
  @Column({ name: 'monthly_amount', type: 'numeric', precision: 12, scale: 2 })
  monthlyAmount!: string;

  @Column({ name: 'began_on', type: 'date' })
  beganOn!: string;

  @Column({ name: 'review_on', type: 'date', nullable: true })
  reviewOn!: string | null;

  /** null: still running. */
  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: string | null;

  /** `YYYY-MM`. */
  @Column({ name: 'last_paid_month', type: 'text', nullable: true })
  lastPaidMonth!: string | null;
}
