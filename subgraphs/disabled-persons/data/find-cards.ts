import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A card, in the system's words. Dates `YYYY-MM-DD`. */
export interface CardRow {
  readonly ref: string;
  readonly cardNo: string;
  readonly disabilityType: string;
  readonly disabilityGrade: string | null;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly stateCode: string;
}

/** Cards of persons. */
export function findCards(dataSource: DataSource, refs: readonly string[]): Promise<CardRow[]> {
  return readRows(
    dataSource,
    'cards',
    `SELECT p.ref, c.card_no AS "cardNo", c.disability_type AS "disabilityType", c.disability_grade AS "disabilityGrade",
            c.issued_on::text AS "issuedOn", c.valid_until::text AS "validUntil", c.state_code AS "stateCode"
       FROM cardholder p
       JOIN disability_card c ON c.id_number = p.id_number
      WHERE p.ref = ANY($1)
      ORDER BY c.card_no`,
    [refs],
  );
}
