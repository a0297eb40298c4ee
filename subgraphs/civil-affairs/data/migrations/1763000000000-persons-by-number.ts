import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refs stand beside the residents, one for each number, so that an import that replaces the residents does not touch them. */
export class PersonsByNumber1763000000000 implements MigrationInterface {
  name = 'PersonsByNumber1763000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE person (id_number text PRIMARY KEY, ref text)');
    await runner.query('INSERT INTO person SELECT id_number, max(ref) FROM resident WHERE id_number IS NOT NULL GROUP BY id_number');
    await runner.query('CREATE INDEX person_ref ON person (ref)');
    await runner.query('ALTER TABLE resident DROP COLUMN ref');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resident ADD COLUMN ref text');
    await runner.query('UPDATE resident SET ref = person.ref FROM person WHERE person.id_number = resident.id_number');
    await runner.query('CREATE INDEX resident_ref ON resident (ref)');
    await runner.query('DROP TABLE person');
  }
}
