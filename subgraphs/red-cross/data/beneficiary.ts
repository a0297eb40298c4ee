import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who stands in the sheet with an ID number. */
@Entity({ name: 'beneficiary' })
export class Beneficiary {
  /** The ID number in its one spelling; as written, without blanks, when it cannot be one. */
  @PrimaryColumn({ name: 'id_number', type: 'text' })
  idNumber!: string;

  /** The Red Cross's ref for the person; null until enrolled, and for a number that cannot be one. */
  @Index('beneficiary_ref')
  @Column({ name: 'ref', type: 'text', nullable: true })
  ref!: string | null;
}
