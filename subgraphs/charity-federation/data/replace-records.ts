import type { DataSource } from 'typeorm';
import { poolOf } from '../../../kit/database/open-data-source.js';
import { replaceRecords as replaceAll } from '../../../kit/records/replace-records.js';
import { replaceRows, type TableContent } from '../../../kit/records/replace-rows.js';

/** A whole export, ready to be stored. */
export interface Records {
  readonly asOf: string;
  readonly tables: readonly TableContent[];
}

/** Who stands in the sheets; people who stand there no longer are forgotten, the others keep their ref. */
const PARTIES = `
  WITH listed AS (
    SELECT id_number FROM charity_grant UNION SELECT id_number FROM fund_case
    UNION SELECT donor_id_number FROM donation UNION SELECT beneficiary_id_number FROM donation),
  gone AS (DELETE FROM party WHERE id_number NOT IN (SELECT id_number FROM listed WHERE id_number IS NOT NULL))
  INSERT INTO party (id_number) SELECT id_number FROM listed WHERE id_number IS NOT NULL
  ON CONFLICT DO NOTHING`;

/** Puts an export in place of the records of the last one. */
export const replaceRecords = (dataSource: DataSource, records: Records): Promise<void> =>
  replaceAll(poolOf(dataSource), records.asOf, async (client) => {
    for (const content of records.tables) await replaceRows(client, content);
    await client.query(PARTIES);
  });
