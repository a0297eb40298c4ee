import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A prompt that a person's burden of a year crossed the line (high_cost_alerts.csv). */
@Entity({ name: 'high_cost_alert' })
export class HighCostAlert {
  @PrimaryColumn({ name: 'alert_no', type: 'text' })
  alertNo!: string;

  @Index('high_cost_alert_person')
  @Column({ name: 'psn_no', type: 'text' })
  psnNo!: string;

  @Column({ name: 'alert_year', type: 'integer' })
  year!: number;

  @Column({ name: 'raised_on', type: 'date' })
  raisedOn!: string;

  @Column({ name: 'burden_amount', type: 'numeric', precision: 16, scale: 2 })
  burden!: string;

  /** The bureau's word. */
  @Column({ name: 'state', type: 'text' })
  state!: string;
}
