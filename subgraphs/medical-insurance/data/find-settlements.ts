import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A settled bill that stands, by payer. Dates `YYYY-MM-DD`, amounts in yuan. */
export interface SettlementRow {
  readonly ref: string;
  readonly settlementId: string;
  readonly careType: string;
  readonly admittedOn: string | null;
  readonly dischargedOn: string | null;
  readonly settledOn: string;
  readonly diseaseCode: string | null;
  readonly hospital: string | null;
  readonly total: string;
  readonly inPolicy: string;
  readonly basicInsurance: string;
  readonly criticalIllness: string;
  /** At settlement, and on application since. */
  readonly medicalAssistance: string;
  readonly otherFunds: string;
  readonly commercialInPolicy: string;
  readonly commercialOutside: string;
}

/**
 * Bills of persons settled in the 24 months before the records' asOf. A bill that was reversed and its reversal cancel each other.
 */
export function findSettlements(dataSource: DataSource, refs: readonly string[]): Promise<SettlementRow[]> {
  return readRows(
    dataSource,
    'settlements',
    `WITH asked AS (SELECT DISTINCT p.ref, i.psn_no FROM person p JOIN insured i ON i.id_number = p.id_number WHERE p.ref = ANY($1))
     SELECT p.ref, s.setl_id AS "settlementId", s.care_type AS "careType", s.admitted_on::text AS "admittedOn",
            s.discharged_on::text AS "dischargedOn", s.settled_on::text AS "settledOn", s.disease_code AS "diseaseCode", s.hospital,
            s.medfee_sumamt AS total, s.inscp_scp_amt AS "inPolicy", s.hifp_pay AS "basicInsurance",
            s.hifmi_pay + s.hifob_pay AS "criticalIllness", s.maf_pay + assisted.paid AS "medicalAssistance",
            s.cvlserv_pay + s.hifes_pay + s.oth_pay + s.hosp_part_amt AS "otherFunds",
            insurer.in_policy AS "commercialInPolicy", insurer.outside AS "commercialOutside"
       FROM asked p
       JOIN settlement s ON s.psn_no = p.psn_no
       CROSS JOIN LATERAL (SELECT coalesce(sum(paid_amount), 0.00) AS paid FROM ma_claim
                            WHERE setl_id = s.setl_id AND paid_on IS NOT NULL) assisted
       CROSS JOIN LATERAL (SELECT coalesce(sum(paid_amount) FILTER (WHERE in_policy), 0.00) AS in_policy,
                                  coalesce(sum(paid_amount) FILTER (WHERE NOT in_policy), 0.00) AS outside
                             FROM commercial_claim WHERE setl_id = s.setl_id AND paid_on IS NOT NULL) insurer
      WHERE s.settled_on > (SELECT (as_of AT TIME ZONE 'Asia/Shanghai' - interval '24 months')::date FROM record_state)
        AND s.reverses_id IS NULL AND NOT EXISTS (SELECT FROM settlement r WHERE r.reverses_id = s.setl_id)
      ORDER BY s.setl_id`,
    [refs],
  );
}
