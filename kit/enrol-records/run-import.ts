import { ConfigurationError, readConfig, text } from '../../runtime/read-config.js';
import { openSecrets } from '../../runtime/secrets.js';
import { openEnrollers } from './enrol-in-workers.js';
import type { Enrol, Progress } from './enrol-numbers.js';
import { type ImportReport, importReportText } from './import-report.js';

/** What an import's process sends through its channel. */
export interface ImportProgress {
  readonly named: number;
  readonly of: number;
}

/** Where an import reads, writes and has persons named. */
export interface ImportOptions {
  /** The agency's export. */
  readonly folder: string;
  readonly databaseUrl: string;
  readonly enrol: Enrol;
  readonly progress?: Progress;
}

/**
 * The life of an import's process: `node …/import.js DIR`. Ends with status 0 and the report, or 1 and one message. Whoever started it with
 * a channel is told how many persons of how many are named.
 */
export async function runImport(organisation: string, importRecords: (options: ImportOptions) => Promise<ImportReport>): Promise<void> {
  try {
    const folder = process.argv[2];
    if (!folder) throw new ConfigurationError(['the folder with the export must be given']);
    const { secrets } = readConfig(process.env, { secrets: text('AIDGRAPH_SECRETS') });
    const enrollers = await openEnrollers(organisation);
    try {
      const report = await importRecords({
        folder,
        databaseUrl: openSecrets(secrets).text('database-url'),
        enrol: enrollers.enrol,
        progress: (named, of) => process.send?.({ named, of } satisfies ImportProgress),
      });
      process.stdout.write(`${importReportText(report)}\n`);
    } finally {
      await enrollers.close();
    }
  } catch (error) {
    // PostgreSQL puts row values into its messages.
    const ours = error instanceof Error && !('severity' in error);
    process.stderr.write(`import of ${organisation}: ${ours ? error.message : 'the database refused a row or is not there'}\n`);
    process.exitCode = 1;
  }
}
