import type { DataSource } from 'typeorm';
import { poolOf } from '../../../kit/database/open-data-source.js';
import { copyRows } from '../../../kit/records/copy-rows.js';
import { replaceRecords as replaceAll } from '../../../kit/records/replace-records.js';
import { replaceRows, type TableContent } from '../../../kit/records/replace-rows.js';

/** A whole export, ready to be stored. */
export interface Records {
  readonly asOf: string;
  readonly residents: TableContent;
  readonly others: readonly TableContent[];
}

/** Puts an export in place of the records of the last one. Residents whose number is unchanged keep their ref. */
export const replaceRecords = (dataSource: DataSource, records: Records): Promise<void> =>
  replaceAll(poolOf(dataSource), records.asOf, async (client) => {
    await client.query('CREATE TEMPORARY TABLE known ON COMMIT DROP AS SELECT DISTINCT id_number, ref FROM resident WHERE ref IS NOT NULL');
    await client.query('DELETE FROM resident');
    await copyRows(client, 'resident', records.residents.columns, records.residents.rows);
    await client.query('UPDATE resident SET ref = known.ref FROM known WHERE resident.id_number = known.id_number');
    for (const content of records.others) await replaceRows(client, content);
  });
