import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** The bureau's registers of recognised hardship. */
export type Register = 'DIBAO' | 'NEAR_DIBAO' | 'TEKUN' | 'RIGID_EXPENDITURE';

/** An entry of a register that covers a person, with what is paid for it. Dates `YYYY-MM-DD`, months `YYYY-MM`. */
export interface RegisterEntryRow {
  readonly ref: string;
  readonly register: Register;
  readonly cardNo: string;
  readonly residentNo: string;
  /** The bureau's wording. */
  readonly objectType: string;
  /** `户保`, `单人保`, `集中`, `分散`; null where the register has none. */
  readonly mode: string | null;
  readonly beganOn: string;
  readonly endedOn: string | null;
  readonly reviewOn: string | null;
  /** Yuan; null: nothing is paid. */
  readonly monthlyAmount: string | null;
  readonly lastPaidMonth: string | null;
}

/** Register entries that cover persons: household entries through covered membership, personal ones directly. */
export function findRegisterEntries(dataSource: DataSource, refs: readonly string[]): Promise<RegisterEntryRow[]> {
  return readRows(
    dataSource,
    'register-entries',
    `WITH asked AS (SELECT p.ref, r.resident_no FROM person p JOIN resident r ON r.id_number = p.id_number WHERE p.ref = ANY($1)),
          covered AS (
            SELECT p.ref, p.resident_no, m.household_no
              FROM asked p JOIN household_member m ON m.resident_no = p.resident_no
             WHERE m.covered),
          entry AS (
            SELECT c.ref, 'DIBAO' AS register, g.card_no, c.resident_no, g.object_type, g.grant_type AS mode,
                   g.began_on, g.ended_on, g.review_on, g.monthly_amount, g.last_paid_month
              FROM covered c JOIN dibao_grant g ON g.household_no = c.household_no AND g.grant_type = '户保'
             UNION ALL
            SELECT p.ref, 'DIBAO', g.card_no, p.resident_no, g.object_type, g.grant_type,
                   g.began_on, g.ended_on, g.review_on, g.monthly_amount, g.last_paid_month
              FROM asked p JOIN dibao_grant g ON g.resident_no = p.resident_no AND g.grant_type = '单人保'
             UNION ALL
            SELECT c.ref, 'NEAR_DIBAO', g.card_no, c.resident_no, g.object_type, NULL,
                   g.began_on, g.ended_on, g.review_on, g.monthly_amount, g.last_paid_month
              FROM covered c JOIN near_dibao_grant g ON g.household_no = c.household_no
             UNION ALL
            SELECT p.ref, 'TEKUN', g.card_no, p.resident_no, g.object_type, g.support_mode,
                   g.began_on, g.ended_on, g.review_on, g.monthly_amount, g.last_paid_month
              FROM asked p JOIN tekun_grant g ON g.resident_no = p.resident_no
             UNION ALL
            SELECT c.ref, 'RIGID_EXPENDITURE', g.card_no, c.resident_no, g.object_type, NULL,
                   g.began_on, g.valid_until, g.valid_until, NULL, NULL
              FROM covered c JOIN rigid_expenditure g ON g.household_no = c.household_no)
     SELECT ref, register, card_no AS "cardNo", resident_no AS "residentNo", object_type AS "objectType", mode,
            began_on::text AS "beganOn", ended_on::text AS "endedOn", review_on::text AS "reviewOn",
            monthly_amount::text AS "monthlyAmount", last_paid_month AS "lastPaidMonth"
       FROM entry
      ORDER BY card_no, resident_no`,
    [refs],
  );
}
