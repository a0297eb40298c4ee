import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One aid that was given (aids.csv). */
@Entity({ name: 'aid' })
export class Aid {
  @PrimaryColumn({ name: 'aid_no', type: 'text' })
  aidNo!: string;

  @Column({ name: 'name', type: 'text', nullable: true })
  name!: string | null;

  /** Of the recipient; null: none was written. */
  @Index('aid_id_number')
  @Column({ name: 'id_number', type: 'text', nullable: true })
  idNumber!: string | null;

  /** In the agency's words. */
  @Column({ name: 'programme', type: 'text' })
  programme!: string;

  @Column({ name: 'granted_on', type: 'date' })
  grantedOn!: string;

  /** Yuan. */
  @Column({ name: 'amount', type: 'numeric', precision: 12, scale: 2 })
  amount!: string;
}
