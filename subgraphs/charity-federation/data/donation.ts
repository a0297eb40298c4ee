import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A donation (donations.csv). Date and amount as written. */
@Entity({ name: 'donation' })
export class Donation {
  @PrimaryColumn({ name: 'donation_no', type: 'text' })
  donationNo!: string;

  /** `个人`, `单位`, `匿名`. */
  @Column({ name: 'donor_kind', type: 'text', nullable: true })
  donorKind!: string | null;

  @Column({ name: 'donor_name', type: 'text', nullable: true })
  donorName!: string | null;

  /** Of the donor (party). */
  @Column({ name: 'donor_id_number', type: 'text', nullable: true })
  donorIdNumber!: string | null;

  @Column({ name: 'donated_on', type: 'text' })
  donatedOn!: string;

  @Column({ name: 'amount', type: 'text' })
  amount!: string;

  @Column({ name: 'beneficiary_name', type: 'text', nullable: true })
  beneficiaryName!: string | null;

  /** Of the person it is earmarked for (party); null: not earmarked, or no number was written. */
  @Index('donation_beneficiary')
  @Column({ name: 'beneficiary_id_number', type: 'text', nullable: true })
  beneficiaryIdNumber!: string | null;

  /** The donor refuses publication. */
  @Column({ name: 'unpublished', type: 'boolean' })
  unpublished!: boolean;
}
