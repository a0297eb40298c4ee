import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A household (households.csv). */
@Entity({ name: 'household' })
export class Household {
  @PrimaryColumn({ name: 'household_no', type: 'text' })
  householdNo!: string;

  @Column({ name: 'head_resident_no', type: 'text' })
  headResidentNo!: string;

  @Column({ name: 'town_code', type: 'text', nullable: true })
  townCode!: string | null;

  @Column({ name: 'village_address', type: 'text', nullable: true })
  villageAddress!: string | null;

  /** As the register says; the members are rows of their own. */
  @Column({ name: 'member_count', type: 'integer', nullable: true })
  memberCount!: number | null;
}
