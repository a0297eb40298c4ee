import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: when the records were last brought up to date; 1970 before the first import. */
@Entity({ name: 'record_state' })
export class RecordState {
  @PrimaryColumn({ name: 'id', type: 'integer' })
  id!: number;

  @Column({ name: 'as_of', type: 'timestamptz' })
  asOf!: Date;
}
