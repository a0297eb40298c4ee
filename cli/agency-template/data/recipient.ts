import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who stands in the records with an ID number. */
@Entity({ name: 'recipient' })
export class Recipient {
  /** The ID number in its one spelling; as written, without blanks, when it cannot be one. */
  @PrimaryColumn({ name: 'id_number', type: 'text' })
  idNumber!: string;

  /** The agency's ref for the person; null until enrolled, and for a number that cannot be one. */
  @Index('recipient_ref')
  @Column({ name: 'ref', type: 'text', nullable: true })
  ref!: string | null;
}
