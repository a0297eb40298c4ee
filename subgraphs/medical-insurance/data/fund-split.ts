import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one fund paid of a settlement that several paid (fund_split.csv, setldetail of the national interface). */
@Entity({ name: 'fund_split' })
export class FundSplit {
  @PrimaryColumn({ name: 'setl_id', type: 'text' })
  settlementId!: string;

  @PrimaryColumn({ name: 'fund_pay_type', type: 'text' })
  fundType!: string;

  @Column({ name: 'fund_pay_type_name', type: 'text', nullable: true })
  fundName!: string | null;

  @Column({ name: 'inscp_scp_amt', type: 'numeric', precision: 16, scale: 2, nullable: true })
  inPolicy!: string | null;

  @Column({ name: 'fund_payamt', type: 'numeric', precision: 16, scale: 2 })
  paid!: string;
}
