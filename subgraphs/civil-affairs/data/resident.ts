import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person civil affairs knows of (residents.csv). */
@Entity({ name: 'resident' })
export class Resident {
  /** The bureau's own number of a person. */
  @PrimaryColumn({ name: 'resident_no', type: 'text' })
  residentNo!: string;

  /** Of the person (person); null for a child not yet registered. */
  @Index('resident_id_number')
  @Column({ name: 'id_number', type: 'text', nullable: true })
  idNumber!: string | null;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  /** GB/T 2261.1. */
  @Column({ name: 'sex_code', type: 'text', nullable: true })
  sexCode!: string | null;

  /** As written. */
  @Column({ name: 'birth_date', type: 'text', nullable: true })
  birthDate!: string | null;

  @Column({ name: 'hukou_type', type: 'text', nullable: true })
  hukouType!: string | null;

  @Column({ name: 'town_code', type: 'text', nullable: true })
  townCode!: string | null;

  @Column({ name: 'town_name', type: 'text', nullable: true })
  townName!: string | null;

  /** Village, group and number. */
  @Column({ name: 'village_address', type: 'text', nullable: true })
  villageAddress!: string | null;

  @Column({ name: 'telephone', type: 'text', nullable: true })
  telephone!: string | null;
}
