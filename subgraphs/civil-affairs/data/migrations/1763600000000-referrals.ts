import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refused applicants passed on to charities. */
export class Referrals1763600000000 implements MigrationInterface {
  name = 'Referrals1763600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE referral (
      referral_no text PRIMARY KEY,
      check_no text NOT NULL,
      referred_on date NOT NULL,
      referred_to text,
      consent text
    )`);
    await runner.query('CREATE INDEX referral_check ON referral (check_no)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE referral');
  }
}
