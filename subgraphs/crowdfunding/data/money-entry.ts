import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One entry of a campaign's account (money.csv). */
@Entity({ name: 'money_entry' })
export class MoneyEntry {
  @PrimaryColumn({ name: 'entry_no', type: 'text' })
  entryNo!: string;

  @Index('money_entry_campaign')
  @Column({ name: 'campaign_no', type: 'text' })
  campaignNo!: string;

  /** `DONATION_DAY` (all donations of a day), `WITHDRAWAL`, `FEE`, `RETURN` (donations given back). */
  @Column({ name: 'entry_kind', type: 'text' })
  entryKind!: string;

  @Column({ name: 'entered_at', type: 'timestamptz' })
  enteredAt!: Date;

  /** Yuan, never negative: the kind says which way it went. */
  @Column({ name: 'amount', type: 'numeric', precision: 12, scale: 2 })
  amount!: string;

  /** `PATIENT` or `HOSPITAL`, of a withdrawal. */
  @Column({ name: 'payee_code', type: 'text', nullable: true })
  payeeCode!: string | null;
}
