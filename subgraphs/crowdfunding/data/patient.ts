import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person money is or was collected for. */
@Entity({ name: 'patient' })
export class Patient {
  /** The ID number in its one spelling; as written, without blanks, when it cannot be one. */
  @PrimaryColumn({ name: 'id_number', type: 'text' })
  idNumber!: string;

  /** The company's ref for the person; null until enrolled, and for a number that cannot be one. */
  @Index('patient_ref')
  @Column({ name: 'ref', type: 'text', nullable: true })
  ref!: string | null;
}
