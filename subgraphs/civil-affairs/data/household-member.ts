import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A member of a household, its head included (household_members.csv). */
@Entity({ name: 'household_member' })
export class HouseholdMember {
  @PrimaryColumn({ name: 'household_no', type: 'text' })
  householdNo!: string;

  @Index('household_member_resident')
  @PrimaryColumn({ name: 'resident_no', type: 'text' })
  residentNo!: string;

  /** GB/T 4761. */
  @Column({ name: 'relation_code', type: 'text', nullable: true })
  relationCode!: string | null;

  /** Covered by the household's dibao, near-dibao or unavoidable-expenditure entry. */
  @Column({ name: 'covered', type: 'boolean' })
  covered!: boolean;
}
