import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who has or had a card. */
@Entity({ name: 'cardholder' })
export class Cardholder {
  /** The first 18 characters of the card's number in their one spelling; as written when they cannot be an ID number. */
  @PrimaryColumn({ name: 'id_number', type: 'text' })
  idNumber!: string;

  /** The federation's ref for the person; null until enrolled, and for a number that cannot be one. */
  @Index('cardholder_ref')
  @Column({ name: 'ref', type: 'text', nullable: true })
  ref!: string | null;
}
