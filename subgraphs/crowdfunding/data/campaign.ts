import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A campaign (campaigns.csv). */
@Entity({ name: 'campaign' })
export class Campaign {
  @PrimaryColumn({ name: 'campaign_no', type: 'text' })
  campaignNo!: string;

  @Column({ name: 'patient_name', type: 'text' })
  patientName!: string;

  /** Of the patient; null: none was given. */
  @Index('campaign_id_number')
  @Column({ name: 'id_number', type: 'text', nullable: true })
  idNumber!: string | null;

  @Column({ name: 'organiser_name', type: 'text', nullable: true })
  organiserName!: string | null;

  /** To the patient, in the platform's words. */
  @Column({ name: 'organiser_relation', type: 'text', nullable: true })
  organiserRelation!: string | null;

  @Column({ name: 'disease', type: 'text', nullable: true })
  disease!: string | null;

  /** ICD-10. */
  @Column({ name: 'disease_code', type: 'text', nullable: true })
  diseaseCode!: string | null;

  /** Yuan. */
  @Column({ name: 'target_amount', type: 'numeric', precision: 12, scale: 2 })
  targetAmount!: string;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  /** null: open. */
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  /** `OPEN` or `CLOSED`. */
  @Column({ name: 'state_code', type: 'text' })
  stateCode!: string;

  /** `VERIFIED` or `PENDING`. */
  @Column({ name: 'verification_code', type: 'text' })
  verificationCode!: string;
}
