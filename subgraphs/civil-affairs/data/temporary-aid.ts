import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One temporary assistance (temp_aid.csv). */
@Entity({ name: 'temporary_aid' })
export class TemporaryAid {
  @PrimaryColumn({ name: 'aid_no', type: 'text' })
  aidNo!: string;

  /** The applicant. */
  @Index('temporary_aid_resident')
  @Column({ name: 'resident_no', type: 'text' })
  residentNo!: string;

  /** The bureau's wording. */
  @Column({ name: 'cause', type: 'text', nullable: true })
  cause!: string | null;

  /** `小额` or `一般`. */
  @Column({ name: 'aid_mode', type: 'text', nullable: true })
  aidMode!: string | null;

  @Column({ name: 'amount', type: 'numeric', precision: 12, scale: 2, nullable: true })
  amount!: string | null;

  @Column({ name: 'applied_on', type: 'date', nullable: true })
  appliedOn!: string | null;

  @Column({ name: 'notice_from', type: 'date', nullable: true })
  noticeFrom!: string | null;

  @Column({ name: 'notice_until', type: 'date', nullable: true })
  noticeUntil!: string | null;

  /** null: not granted (yet). */
  @Column({ name: 'granted_on', type: 'date', nullable: true })
  grantedOn!: string | null;
}
