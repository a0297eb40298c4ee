import { isEntryModule } from '../../runtime/entry-module.js';
import { readConfig, text } from '../../runtime/read-config.js';
import { openSecrets } from '../../runtime/secrets.js';
import { PROCESSES } from '../house/processes.js';
import { ADMINISTRATOR } from '../postgres/data-directory.js';
import { createOwnerDatabase } from '../postgres/owner-database.js';

const SETTINGS = { server: text('AIDGRAPH_POSTGRES'), secrets: text('AIDGRAPH_SECRETS') };

/**
 * Makes on the server at AIDGRAPH_POSTGRES (`host:port`) the database and login role of every owner, with the passwords of
 * their addresses (secrets `password` and `database-url-<owner>`). What is there keeps its data.
 */
export async function createDatabases(environment: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(environment, SETTINGS);
  const secrets = openSecrets(config.secrets);
  const adminUrl = `postgres://${ADMINISTRATOR}:${encodeURIComponent(secrets.text('password'))}@${config.server}/postgres`;
  for (const { name, database } of PROCESSES) {
    if (database) await createOwnerDatabase(adminUrl, name, new URL(secrets.text(`database-url-${name}`)).password);
  }
}

if (isEntryModule(import.meta.filename)) await createDatabases(process.env);
