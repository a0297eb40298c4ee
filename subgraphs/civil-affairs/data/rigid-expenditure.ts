import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A household recognised for unavoidable expenditure (rigid_expenditure.csv). */
@Entity({ name: 'rigid_expenditure' })
export class RigidExpenditure {
  @PrimaryColumn({ name: 'card_no', type: 'text' })
  cardNo!: string;

  @Index('rigid_expenditure_household')
  @Column({ name: 'household_no', type: 'text' })
  householdNo!: string;

  /** The bureau's wording of the status. */
  @Column({ name: 'object_type', type: 'text' })
  objectType!: string;

  /** Spending over income, per cent. */
  @Column({ name: 'expenditure_ratio', type: 'numeric', precision: 12, scale: 4, nullable: true })
  expenditureRatio!: string | null;

  @Column({ name: 'began_on', type: 'date' })
  beganOn!: string;

  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil!: string | null;
}
