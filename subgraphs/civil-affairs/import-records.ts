import { join } from 'node:path';
import { enrolNumbers, readNumber } from '../../kit/enrol-records/enrol-numbers.js';
import type { ImportReport } from '../../kit/enrol-records/import-report.js';
import type { ImportOptions } from '../../kit/enrol-records/run-import.js';
import type { RefusedRow } from '../../kit/records/cells.js';
import { readCsv } from '../../kit/records/read-csv.js';
import { readManifest } from '../../kit/records/read-manifest.js';
import type { ReadTable, TableReader } from '../../kit/records/table-reader.js';
import { openDataSource } from './data/data-source.js';
import { replaceRecords } from './data/replace-records.js';
import { findUnnamedNumbers, storeRefs } from './data/store-refs.js';
import { ECONOMIC_CHECKS, TEMPORARY_AID } from './import-files/aid-and-checks.js';
import { HOUSEHOLD_MEMBERS, HOUSEHOLDS } from './import-files/households.js';
import { DIBAO, NEAR_DIBAO, RIGID_EXPENDITURE, TEKUN } from './import-files/registers.js';
import { RESIDENTS } from './import-files/residents.js';

const OTHERS: readonly TableReader[] = [
  HOUSEHOLDS,
  HOUSEHOLD_MEMBERS,
  DIBAO,
  NEAR_DIBAO,
  TEKUN,
  TEMPORARY_AID,
  RIGID_EXPENDITURE,
  ECONOMIC_CHECKS,
];

/**
 * Puts an export of the provincial system in place of the last one and enrols everybody in it who has no ref yet.
 * Running it again changes nothing.
 *
 * @throws Error when the folder is no export, the database refuses, or the naming service does not answer; the records
 * are then stored or not as a whole, and a later run enrols who is missing.
 */
export async function importRecords({ folder, databaseUrl, enrol }: ImportOptions): Promise<ImportReport> {
  const { asOf } = await readManifest(folder, 'civil-affairs');
  const refused: RefusedRow[] = [];
  const residents = await RESIDENTS(folder, refused);
  const others: ReadTable[] = [];
  for (const read of OTHERS) others.push(await read(folder, refused));

  const dataSource = await openDataSource(databaseUrl);
  try {
    await replaceRecords(dataSource, { asOf, residents, others });
    const count = await enrolNumbers(await findUnnamedNumbers(dataSource), enrol, (named) => storeRefs(dataSource, named));
    const rows = Object.fromEntries([residents, ...others].map((read) => [read.file, read.rows.length]));
    return { ...count, asOf, rows, refused, unlinked: await findUnlinked(folder) };
  } finally {
    await dataSource.destroy();
  }
}

async function findUnlinked(folder: string): Promise<RefusedRow[]> {
  const rows = await readCsv(join(folder, 'residents.csv'), ['certno']);
  return rows
    .filter(({ cells }) => cells.certno !== '' && readNumber(cells.certno) === undefined)
    .map(({ number }) => ({ file: 'residents.csv', row: number, column: 'certno' }));
}
