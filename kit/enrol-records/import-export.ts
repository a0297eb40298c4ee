import type { AgencyData } from '../agency.js';
import { checkIncoming, type IncomingCheck, stageTable, storeIncoming } from '../records/incoming-table.js';
import { NotedRows } from '../records/noted-rows.js';
import { readManifest } from '../records/read-manifest.js';
import { replaceRecords } from '../records/replace-records.js';
import type { TableReader } from '../records/table-reader.js';
import { enrolNumbers } from './enrol-numbers.js';
import type { ImportReport } from './import-report.js';
import { forgetUnlisted, type PersonTable, storedRefs } from './person-table.js';
import type { ImportOptions } from './run-import.js';

/** How an export becomes the records of an agency that knows persons by their ID numbers. */
export interface ExportPlan {
  /** The organisation's id. */
  readonly agency: string;
  readonly tables: readonly TableReader[];
  /** What must hold between rows, in this order, over what the ones before left. */
  readonly checks?: readonly IncomingCheck[];
  readonly persons: PersonTable;
  open(databaseUrl: string): Promise<Pick<AgencyData<unknown>, 'pool' | 'close'>>;
}

/**
 * The import of such an agency: puts an export in place of the last one and enrols everybody in it who has no ref yet. Files stream
 * into tables of their own, are checked there, and take the records' place in one transaction; memory does not grow with them.
 * Running it again changes nothing.
 *
 * @returns a function that throws Error when the folder is no export, the database refuses, or the naming service does not
 * answer; the records are then stored or not as a whole, and a later run enrols who is missing.
 */
export const importExport =
  ({ agency, tables, checks = [], persons, open }: ExportPlan) =>
  async ({ folder, databaseUrl, enrol, progress }: ImportOptions): Promise<ImportReport> => {
    const { asOf } = await readManifest(folder, agency);
    const noted = { refused: new NotedRows(), unlinked: new NotedRows() };
    const rows: Record<string, number> = {};
    const { pool, close } = await open(databaseUrl);
    try {
      await replaceRecords(pool, asOf, async (client) => {
        for (const table of tables) await stageTable(client, table, folder, noted);
        for (const check of checks) await checkIncoming(client, readerOf(tables, check), check, noted);
        for (const table of tables) rows[table.file] = await storeIncoming(client, table);
        await forgetUnlisted(client, persons);
      });
      const client = await pool.connect();
      try {
        const count = await enrolNumbers(storedRefs(client, persons), enrol, progress);
        // As the records were: refs that PostgreSQL has not counted it takes for few, and reads all records for one person's.
        await client.query(`ANALYZE "${persons.table}"`);
        return { ...count, asOf, rows, ...noted };
      } finally {
        client.release();
      }
    } finally {
      await close();
    }
  };

function readerOf(tables: readonly TableReader[], { table }: IncomingCheck): TableReader {
  const found = tables.find((reader) => reader.table === table);
  if (!found) throw new Error(`no file of the export becomes ${table}`);
  return found;
}
