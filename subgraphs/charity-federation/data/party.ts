import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who stands in the federation's sheets with an ID number, as beneficiary or donor. */
@Entity({ name: 'party' })
export class Party {
  /** The ID number in its one spelling; as written, without blanks, when it cannot be one. */
  @PrimaryColumn({ name: 'id_number', type: 'text' })
  idNumber!: string;

  /** The federation's ref for the person; null until enrolled, and for a number that cannot be one. */
  @Index('party_ref')
  @Column({ name: 'ref', type: 'text', nullable: true })
  ref!: string | null;
}
