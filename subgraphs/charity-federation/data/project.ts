import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A project of the federation (projects.csv). Dates and amounts as written. */
@Entity({ name: 'project' })
export class Project {
  @PrimaryColumn({ name: 'project_no', type: 'text' })
  projectNo!: string;

  @Column({ name: 'name', type: 'text' })
  name!: string;

  /** `大病救助`, `助学`, `临时困难`, `慰问`. */
  @Column({ name: 'category', type: 'text', nullable: true })
  category!: string | null;

  /** `words(ICD-10)`, several parted by `;`; null: not bound to a disease. */
  @Column({ name: 'diseases', type: 'text', nullable: true })
  diseases!: string | null;

  @Column({ name: 'cap_per_grant', type: 'text', nullable: true })
  capPerGrant!: string | null;

  @Column({ name: 'cap_per_year', type: 'text', nullable: true })
  capPerYear!: string | null;

  @Column({ name: 'started_on', type: 'text', nullable: true })
  startedOn!: string | null;

  /** `执行中` or `已结束`. */
  @Column({ name: 'state', type: 'text', nullable: true })
  state!: string | null;
}
