import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** One payment of medical assistance. */
export interface AssistanceRow {
  readonly ref: string;
  /** `SETTLEMENT` at settlement, `CLAIM` on application. */
  readonly mode: 'SETTLEMENT' | 'CLAIM';
  /** Of the settlement or of the claim. */
  readonly recordNo: string;
  /** The class it was given for, in the bureau's words; null at settlement. */
  readonly maClass: string | null;
  /** ICD-10, of the settlement. */
  readonly diseaseCode: string | null;
  /** Yuan. */
  readonly amount: string;
  /** `YYYY-MM-DD`. */
  readonly paidOn: string;
}

/** Medical assistance paid to persons: at settlement unless the bill was reversed, and on application once it was paid. */
export function findAssistance(dataSource: DataSource, refs: readonly string[]): Promise<AssistanceRow[]> {
  return readRows(
    dataSource,
    'assistance',
    `WITH asked AS (SELECT DISTINCT p.ref, i.psn_no FROM person p JOIN insured i ON i.id_number = p.id_number WHERE p.ref = ANY($1))
     SELECT p.ref, 'SETTLEMENT' AS mode, s.setl_id AS "recordNo", NULL AS "maClass", s.disease_code AS "diseaseCode",
            s.maf_pay::text AS amount, s.settled_on::text AS "paidOn"
       FROM asked p
       JOIN settlement s ON s.psn_no = p.psn_no
      WHERE s.maf_pay > 0 AND s.reverses_id IS NULL AND NOT EXISTS (SELECT FROM settlement r WHERE r.reverses_id = s.setl_id)
      UNION ALL
     SELECT p.ref, 'CLAIM', c.claim_no, c.ma_class, s.disease_code, c.paid_amount::text, c.paid_on::text
       FROM asked p
       JOIN ma_claim c ON c.psn_no = p.psn_no
       LEFT JOIN settlement s ON s.setl_id = c.setl_id
      WHERE c.paid_on IS NOT NULL AND c.paid_amount IS NOT NULL
      ORDER BY 2, 3`,
    [refs],
  );
}
