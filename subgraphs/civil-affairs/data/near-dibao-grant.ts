import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A near-dibao household, with the supplement it is paid, if any (near_dibao.csv). */
@Entity({ name: 'near_dibao_grant' })
export class NearDibaoGrant {
  @PrimaryColumn({ name: 'card_no', type: 'text' })
  cardNo!: string;

  @Index('near_dibao_grant_household')
  @Column({ name: 'household_no', type: 'text' })
  householdNo!: string;

  /** The householder. */
  @Column({ name: 'resident_no', type: 'text' })
  residentNo!: string;

  /** The bureau's wording of the status. */
  @Column({ name: 'object_type', type: 'text' })
  objectType!: string;

  /** Yuan a month for the household; null where no supplement is paid. */
  @Column({ name: 'monthly_amount', type: 'numeric', precision: 12, scale: 2, nullable: true })
  monthlyAmount!: string | null;

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
