import type { DataSource } from 'typeorm';
import { readRows } from '../../../kit/database/read-rows.js';

/** A campaign with its account summed. Yuan; days `YYYY-MM-DD` of the county. */
export interface CampaignRow {
  readonly ref: string;
  readonly campaignNo: string;
  readonly diseaseCode: string | null;
  readonly stateCode: string;
  readonly openedOn: string;
  /** null: open. */
  readonly closedOn: string | null;
  readonly target: string;
  /** Donations less those given back. */
  readonly raised: string;
  readonly withdrawn: string;
  readonly fee: string;
  /** null: nothing withdrawn. */
  readonly firstWithdrawnOn: string | null;
  readonly lastWithdrawnOn: string | null;
}

const DAY = (instant: string) => `to_char(${instant} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;

/** Campaigns for persons. */
export function findCampaigns(dataSource: DataSource, refs: readonly string[]): Promise<CampaignRow[]> {
  return readRows(
    dataSource,
    'campaigns',
    `SELECT p.ref, c.campaign_no AS "campaignNo", c.disease_code AS "diseaseCode", c.state_code AS "stateCode",
            ${DAY('c.opened_at')} AS "openedOn", ${DAY('c.closed_at')} AS "closedOn", c.target_amount::text AS target,
            money.raised::text AS raised, money.withdrawn::text AS withdrawn, money.fee::text AS fee,
            ${DAY('money.first_withdrawn_at')} AS "firstWithdrawnOn", ${DAY('money.last_withdrawn_at')} AS "lastWithdrawnOn"
       FROM patient p
       JOIN campaign c ON c.id_number = p.id_number
      CROSS JOIN LATERAL (
            SELECT coalesce(sum(amount) FILTER (WHERE entry_kind = 'DONATION_DAY'), 0.00)
                     - coalesce(sum(amount) FILTER (WHERE entry_kind = 'RETURN'), 0.00) AS raised,
                   coalesce(sum(amount) FILTER (WHERE entry_kind = 'WITHDRAWAL'), 0.00) AS withdrawn,
                   coalesce(sum(amount) FILTER (WHERE entry_kind = 'FEE'), 0.00) AS fee,
                   min(entered_at) FILTER (WHERE entry_kind = 'WITHDRAWAL') AS first_withdrawn_at,
                   max(entered_at) FILTER (WHERE entry_kind = 'WITHDRAWAL') AS last_withdrawn_at
              FROM money_entry
             WHERE campaign_no = c.campaign_no) money
      WHERE p.ref = ANY($1)
      ORDER BY c.campaign_no`,
    [refs],
  );
}
