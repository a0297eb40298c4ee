import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A grant from a project (grants.csv). Date and amount as written. */
@Entity({ name: 'charity_grant' })
export class CharityGrant {
  @PrimaryColumn({ name: 'register_no', type: 'text' })
  registerNo!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  /** Of the beneficiary (party); null: none was written. */
  @Index('charity_grant_id_number')
  @Column({ name: 'id_number', type: 'text', nullable: true })
  idNumber!: string | null;

  @Column({ name: 'project_name', type: 'text' })
  projectName!: string;

  @Column({ name: 'disease', type: 'text', nullable: true })
  disease!: string | null;

  /** ICD-10. */
  @Column({ name: 'disease_code', type: 'text', nullable: true })
  diseaseCode!: string | null;

  @Column({ name: 'granted_on', type: 'text' })
  grantedOn!: string;

  @Column({ name: 'amount', type: 'text' })
  amount!: string;

  @Column({ name: 'note', type: 'text', nullable: true })
  note!: string | null;
}
