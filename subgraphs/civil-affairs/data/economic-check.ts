import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A check of economic status and the authorisation it rests on (economic_checks.csv). */
@Entity({ name: 'economic_check' })
export class EconomicCheck {
  @PrimaryColumn({ name: 'check_no', type: 'text' })
  checkNo!: string;

  /** The adult who signed. */
  @Index('economic_check_resident')
  @Column({ name: 'resident_no', type: 'text' })
  residentNo!: string;

  @Column({ name: 'authorisation_no', type: 'text' })
  authorisationNo!: string;

  @Column({ name: 'authorised_from', type: 'date' })
  authorisedFrom!: string;

  /** null: until withdrawn. */
  @Column({ name: 'authorised_until', type: 'date', nullable: true })
  authorisedUntil!: string | null;

  @Column({ name: 'reported_on', type: 'date', nullable: true })
  reportedOn!: string | null;

  @Column({ name: 'monthly_income', type: 'numeric', precision: 12, scale: 2, nullable: true })
  monthlyIncome!: string | null;

  @Column({ name: 'assets', type: 'numeric', precision: 14, scale: 2, nullable: true })
  assets!: string | null;

  @Column({ name: 'conclusion', type: 'text', nullable: true })
  conclusion!: string | null;
}
