import type { AgencyData } from '../agency.js';
import type { RefusedRow } from '../records/cells.js';
import { readManifest } from '../records/read-manifest.js';
import { replaceRecords } from '../records/replace-records.js';
import { replaceRows } from '../records/replace-rows.js';
import type { ReadTable, TableReader } from '../records/table-reader.js';
import { enrolNumbers } from './enrol-numbers.js';
import { findUnlinked, type NumberColumns } from './find-unlinked.js';
import type { ImportReport } from './import-report.js';
import { forgetUnlisted, type PersonTable, storedRefs } from './person-table.js';
import type { ImportOptions } from './run-import.js';

/** How an export becomes the records of an agency that knows persons by their ID numbers. */
export interface ExportPlan {
  /** The organisation's id. */
  readonly agency: string;
  readonly tables: readonly TableReader[];
  /** Where ID numbers stand in the files. */
  readonly numbers: readonly NumberColumns[];
  readonly persons: PersonTable;
  open(databaseUrl: string): Promise<Pick<AgencyData<unknown>, 'pool' | 'close'>>;
}

/**
 * The import of such an agency: puts an export in place of the last one and enrols everybody in it who has no ref yet.
 * Running it again changes nothing.
 *
 * @returns a function that throws Error when the folder is no export, the database refuses, or the naming service does not
 * answer; the records are then stored or not as a whole, and a later run enrols who is missing.
 */
export const importExport =
  ({ agency, tables: readers, numbers, persons, open }: ExportPlan) =>
  async ({ folder, databaseUrl, enrol }: ImportOptions): Promise<ImportReport> => {
    const { asOf } = await readManifest(folder, agency);
    const refused: RefusedRow[] = [];
    const tables: ReadTable[] = [];
    for (const read of readers) tables.push(await read(folder, refused));

    const { pool, close } = await open(databaseUrl);
    try {
      await replaceRecords(pool, asOf, async (client) => {
        for (const content of tables) await replaceRows(client, content);
        await forgetUnlisted(client, persons);
      });
      const refs = storedRefs(pool, persons);
      const count = await enrolNumbers(await refs.unnamed(), enrol, refs.store);
      const rows = Object.fromEntries(tables.map((read) => [read.file, read.rows.length]));
      return { ...count, asOf, rows, refused, unlinked: await findUnlinked(folder, numbers) };
    } finally {
      await close();
    }
  };
