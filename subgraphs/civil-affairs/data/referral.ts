import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A refused applicant passed on to a charity, or declining it (referrals.csv). */
@Entity({ name: 'referral' })
export class Referral {
  @PrimaryColumn({ name: 'referral_no', type: 'text' })
  referralNo!: string;

  /** The check that ended in the refusal. */
  @Index('referral_check')
  @Column({ name: 'check_no', type: 'text' })
  checkNo!: string;

  @Column({ name: 'referred_on', type: 'date' })
  referredOn!: string;

  @Column({ name: 'referred_to', type: 'text', nullable: true })
  referredTo!: string | null;

  /** `同意` or `不同意`. */
  @Column({ name: 'consent', type: 'text', nullable: true })
  consent!: string | null;
}
