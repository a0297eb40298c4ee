import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Support of a person in extreme poverty (tekun.csv). */
@Entity({ name: 'tekun_grant' })
export class TekunGrant {
  @PrimaryColumn({ name: 'card_no', type: 'text' })
  cardNo!: string;

  @Index('tekun_grant_resident')
  @Column({ name: 'resident_no', type: 'text' })
  residentNo!: string;

  /** The bureau's wording of the status. */
  @Column({ name: 'object_type', type: 'text' })
  objectType!: string;

  /** `集中` (in an institution) or `分散`. */
  @Column({ name: 'support_mode', type: 'text', nullable: true })
  supportMode!: string | null;

  @Column({ name: 'care_grade', type: 'text', nullable: true })
  careGrade!: string | null;

  /** Yuan a month. */
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
