import { join } from 'node:path';
import { enrolNumbers, readNumber } from '../../kit/enrol-records/enrol-numbers.js';
import type { ImportReport } from '../../kit/enrol-records/import-report.js';
import type { ImportOptions } from '../../kit/enrol-records/run-import.js';
import type { RefusedRow } from '../../kit/records/cells.js';
import { readCsv } from '../../kit/records/read-csv.js';
import { readManifest } from '../../kit/records/read-manifest.js';
import type { ReadTable } from '../../kit/records/table-reader.js';
import { openDataSource } from './data/data-source.js';
import { replaceRecords } from './data/replace-records.js';
import { findUnnamedNumbers, storeRefs } from './data/store-refs.js';
import { DONATIONS } from './import-files/donations.js';
import { GRANTS } from './import-files/grants.js';
import { PROJECTS } from './import-files/projects.js';
import { SPECIAL_FUND } from './import-files/special-fund.js';

/** Columns that hold ID numbers. */
const NUMBERS: readonly (readonly [file: string, columns: readonly string[]])[] = [
  ['grants.csv', ['身份证号']],
  ['donations.csv', ['捐赠人身份证号', '定向受益人身份证号']],
  ['special_fund.csv', ['身份证号']],
];

/**
 * Puts the federation's sheets in place of the last ones and enrols everybody in them who has no ref yet. Running it
 * again changes nothing.
 *
 * @throws Error when the folder is no export, the database refuses, or the naming service does not answer; the records
 * are then stored or not as a whole, and a later run enrols who is missing.
 */
export async function importRecords({ folder, databaseUrl, enrol }: ImportOptions): Promise<ImportReport> {
  const { asOf } = await readManifest(folder, 'charity-federation');
  const refused: RefusedRow[] = [];
  const tables: ReadTable[] = [];
  for (const read of [PROJECTS, GRANTS, DONATIONS, SPECIAL_FUND]) tables.push(await read(folder, refused));

  const dataSource = await openDataSource(databaseUrl);
  try {
    await replaceRecords(dataSource, { asOf, tables });
    const count = await enrolNumbers(await findUnnamedNumbers(dataSource), enrol, (named) => storeRefs(dataSource, named));
    const rows = Object.fromEntries(tables.map((read) => [read.file, read.rows.length]));
    return { ...count, asOf, rows, refused, unlinked: await findUnlinked(folder) };
  } finally {
    await dataSource.destroy();
  }
}

async function findUnlinked(folder: string): Promise<RefusedRow[]> {
  const unlinked: RefusedRow[] = [];
  for (const [file, columns] of NUMBERS) {
    for (const { number, cells } of await readCsv(join(folder, file), columns)) {
      for (const column of columns) {
        const written = cells[column] ?? '';
        if (written !== '' && readNumber(written) === undefined) unlinked.push({ file, row: number, column });
      }
    }
  }
  return unlinked;
}
