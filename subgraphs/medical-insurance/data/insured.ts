import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A cover of a person by basic insurance (insured.csv); who changed schemes has several. */
@Entity({ name: 'insured' })
export class Insured {
  /** The platform's own number of a person. */
  @PrimaryColumn({ name: 'psn_no', type: 'text' })
  psnNo!: string;

  /** `310` employee, `390` resident. */
  @PrimaryColumn({ name: 'insurance_type', type: 'text' })
  insuranceType!: string;

  @PrimaryColumn({ name: 'began_on', type: 'date' })
  beganOn!: string;

  /** Of the person (person); null for a child not yet registered. */
  @Index('insured_id_number')
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

  @Column({ name: 'person_type', type: 'text', nullable: true })
  personType!: string | null;

  /** Where the cover is registered (insu_admdvs). */
  @Column({ name: 'area_code', type: 'text', nullable: true })
  areaCode!: string | null;

  /** null: still running. */
  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: string | null;

  /** Whether medical assistance paid the premium. */
  @Column({ name: 'premium_subsidised', type: 'boolean' })
  premiumSubsidised!: boolean;
}
