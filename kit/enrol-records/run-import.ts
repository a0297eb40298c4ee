import { createPrivateKey, createPublicKey } from 'node:crypto';
import { enrol } from '../../client/enrol.js';
import { sodiumGroup } from '../../client/group/sodium-group.js';
import { ConfigurationError, fileText, readConfig, text } from '../../runtime/read-config.js';
import { openSecrets } from '../../runtime/secrets.js';
import { readRegistry } from '../../schema/registry/read-registry.js';
import { signEnrolment } from '../../schema/wire/enrolment-signature.js';
import type { Enrol, Progress } from './enrol-numbers.js';
import { type ImportReport, importReportText } from './import-report.js';

const SETTINGS = {
  registry: fileText('AIDGRAPH_REGISTRY'),
  registryKey: fileText('AIDGRAPH_REGISTRY_KEY'),
  secrets: text('AIDGRAPH_SECRETS'),
  linkage: text('AIDGRAPH_LINKAGE_URL'),
  authority: text('AIDGRAPH_AUTHORITY_URL'),
};

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
    const config = readConfig(process.env, SETTINGS);
    const secrets = openSecrets(config.secrets);
    const report = await importRecords({
      folder,
      databaseUrl: secrets.text('database-url'),
      enrol: await enroller(organisation, config, createPrivateKey(secrets.text('enrolment.key'))),
      progress: (named, of) => process.send?.({ named, of } satisfies ImportProgress),
    });
    process.stdout.write(`${importReportText(report)}\n`);
  } catch (error) {
    // PostgreSQL puts row values into its messages.
    const ours = error instanceof Error && !('severity' in error);
    process.stderr.write(`import of ${organisation}: ${ours ? error.message : 'the database refused a row or is not there'}\n`);
    process.exitCode = 1;
  }
}

async function enroller(
  organisation: string,
  config: { registry: string; registryKey: string; linkage: string; authority: string },
  key: ReturnType<typeof createPrivateKey>,
): Promise<Enrol> {
  const registry = readRegistry(config.registry, createPublicKey(config.registryKey));
  const naming = registry.naming.at(-1);
  if (!naming) throw new ConfigurationError(['the registry names no keys of the naming service']);
  const group = await sodiumGroup();
  const { linkage, authority } = config;
  const sign = (audience: Parameters<typeof signEnrolment>[1]['audience'], body: string) =>
    signEnrolment(key, { organisation, audience, body, now: new Date() });
  return (ids) => enrol(ids, { group, organisation, naming, linkage, authority, sign });
}
