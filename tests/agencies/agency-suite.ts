import pg from 'pg';
import type { AgencyDefinition } from '../../kit/agency.js';
import type { ImportReport } from '../../kit/enrol-records/import-report.js';
import type { ImportOptions } from '../../kit/enrol-records/run-import.js';
import { testDatabases } from '../hub/test-databases.js';
import { enrolByHash, type OpenAgency, openAgency } from './open-agency.js';

/** An agency over a database of its own, with the records of an export. */
export interface AgencySuite {
  readonly agency: OpenAgency;
  readonly databaseUrl: string;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** Imports an export of the agency in place of the last one. */
  import(folder: string): Promise<ImportReport>;
  close(): Promise<void>;
}

/** Imports an export into a new database and opens the agency over it. */
export async function openSuite<L>(
  definition: AgencyDefinition<L>,
  importRecords: (options: ImportOptions) => Promise<ImportReport>,
  folder: string,
): Promise<AgencySuite> {
  const databases = testDatabases();
  const databaseUrl = await databases.create(definition.name);
  const importFrom = (from: string) => importRecords({ folder: from, databaseUrl, enrol: enrolByHash });
  await importFrom(folder);
  const agency = await openAgency(definition, databaseUrl);
  return {
    agency,
    databaseUrl,
    rows: async (sql) => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    import: importFrom,
    close: async () => {
      await agency.close();
      await databases.drop();
    },
  };
}

/** The items of an answer; none when it is withheld or not given. */
export function itemsOf(person: Readonly<Record<string, unknown>> | undefined, field: string): Record<string, unknown>[] {
  const answer = person?.[field] as { items: Record<string, unknown>[] | null } | null | undefined;
  return answer?.items ?? [];
}
