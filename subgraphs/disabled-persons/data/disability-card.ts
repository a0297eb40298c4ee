import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A card (cards.csv); a person whose disability was graded anew has more than one. */
@Entity({ name: 'disability_card' })
export class DisabilityCard {
  /** 20 characters: ID number, kind 1-7, grade 1-4 (GB/T 26341). */
  @PrimaryColumn({ name: 'card_no', type: 'text' })
  cardNo!: string;

  @Index('disability_card_id_number')
  @Column({ name: 'id_number', type: 'text', nullable: true })
  idNumber!: string | null;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  @Column({ name: 'sex', type: 'text', nullable: true })
  sex!: string | null;

  /** In the system's words. */
  @Column({ name: 'disability_type', type: 'text' })
  disabilityType!: string;

  /** In the system's words. */
  @Column({ name: 'disability_grade', type: 'text', nullable: true })
  disabilityGrade!: string | null;

  @Column({ name: 'issued_on', type: 'date' })
  issuedOn!: string;

  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil!: string | null;

  /** `有效`, `冻结`, `注销`. */
  @Column({ name: 'state_code', type: 'text' })
  stateCode!: string;
}
