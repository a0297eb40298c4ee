import { createPublicKey } from 'node:crypto';
import type { App } from '../runtime/app.js';
import { isEntryModule } from '../runtime/entry-module.js';
import type { Logger } from '../runtime/log.js';
import { fileText, readConfig, text } from '../runtime/read-config.js';
import { runProcess } from '../runtime/run-process.js';
import { openSecrets } from '../runtime/secrets.js';
import { readRegistry } from '../schema/registry/read-registry.js';
import { createKeyAuthorityApp } from './app.js';

const NAME = 'key-authority';
const SETTINGS = {
  registry: fileText('AIDGRAPH_REGISTRY'),
  registryKey: fileText('AIDGRAPH_REGISTRY_KEY'),
  secrets: text('AIDGRAPH_SECRETS'),
};

/** Configures the key authority from its environment. @throws ConfigurationError */
export async function start(environment: NodeJS.ProcessEnv, log: Logger): Promise<App> {
  const config = readConfig(environment, SETTINGS);
  const registry = readRegistry(config.registry, createPublicKey(config.registryKey));
  return createKeyAuthorityApp({ registry, secrets: openSecrets(config.secrets), now: () => new Date(), log });
}

if (isEntryModule(import.meta.filename)) await runProcess(NAME, start);
