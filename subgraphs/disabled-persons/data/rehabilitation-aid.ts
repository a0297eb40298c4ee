import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One rehabilitation aid (rehab_aids.csv). */
@Entity({ name: 'rehabilitation_aid' })
export class RehabilitationAid {
  @PrimaryColumn({ name: 'aid_no', type: 'text' })
  aidNo!: string;

  @Index('rehabilitation_aid_id_number')
  @Column({ name: 'id_number', type: 'text', nullable: true })
  idNumber!: string | null;

  /** In the federation's words. */
  @Column({ name: 'project', type: 'text' })
  project!: string;

  /** Where it was done. */
  @Column({ name: 'institution', type: 'text', nullable: true })
  institution!: string | null;

  @Column({ name: 'approved_on', type: 'date' })
  approvedOn!: string;

  @Column({ name: 'amount', type: 'numeric', precision: 12, scale: 2 })
  amount!: string;
}
