import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A grant (grants.csv). Date and amount as written. */
@Entity({ name: 'humanitarian_grant' })
export class HumanitarianGrant {
  @PrimaryColumn({ name: 'grant_no', type: 'text' })
  grantNo!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  /** Of the beneficiary; null: none was written. */
  @Index('humanitarian_grant_id_number')
  @Column({ name: 'id_number', type: 'text', nullable: true })
  idNumber!: string | null;

  /** In the Red Cross's words: a national fund or a programme of its own. */
  @Column({ name: 'project', type: 'text' })
  project!: string;

  @Column({ name: 'disease', type: 'text', nullable: true })
  disease!: string | null;

  /** ICD-10. */
  @Column({ name: 'disease_code', type: 'text', nullable: true })
  diseaseCode!: string | null;

  @Column({ name: 'granted_on', type: 'text' })
  grantedOn!: string;

  @Column({ name: 'amount', type: 'text' })
  amount!: string;

  /** The officer. */
  @Column({ name: 'handled_by', type: 'text', nullable: true })
  handledBy!: string | null;
}
