import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Somebody who stands in the exports, by ID number. */
@Entity({ name: 'person' })
export class Person {
  /** In its one spelling; as written when it cannot be a number. It never leaves this folder but to be enrolled. */
  @PrimaryColumn({ name: 'id_number', type: 'text' })
  idNumber!: string;

  /** The bureau's ref for the person; null until enrolled, and for a number that cannot be one. */
  @Index('person_ref')
  @Column({ name: 'ref', type: 'text', nullable: true })
  ref!: string | null;
}
