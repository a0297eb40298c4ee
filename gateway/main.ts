import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { App } from '../runtime/app.js';
import { isEntryModule } from '../runtime/entry-module.js';
import type { Logger } from '../runtime/log.js';
import { addresses, ConfigurationError, fileText, integer, oneOf, readConfig, text } from '../runtime/read-config.js';
import { runProcess } from '../runtime/run-process.js';
import { openSecrets } from '../runtime/secrets.js';
import { readRegistry } from '../schema/registry/read-registry.js';
import { createGatewayApp } from './app.js';
import { keepAliveFetch } from './keep-alive-fetch.js';

const SETTINGS = {
  mode: oneOf('AIDGRAPH_MODE', ['development', 'production'], 'production'),
  registry: fileText('AIDGRAPH_REGISTRY'),
  registryKey: fileText('AIDGRAPH_REGISTRY_KEY'),
  secrets: text('AIDGRAPH_SECRETS'),
  subgraphs: addresses('AIDGRAPH_SUBGRAPHS'),
  supergraph: { ...fileText('AIDGRAPH_SUPERGRAPH'), fallback: '' },
  deadline: integer('AIDGRAPH_DEADLINE_MS', { min: 500, max: 60_000, fallback: 10_000 }),
};

/** Starts the gateway from its environment. @throws ConfigurationError */
export async function start(environment: NodeJS.ProcessEnv, log: Logger): Promise<App> {
  const config = readConfig(environment, SETTINGS);
  return createGatewayApp({
    registry: readRegistry(config.registry, createPublicKey(config.registryKey)),
    supergraph: config.supergraph || committedSupergraph(),
    subgraphs: config.subgraphs,
    secrets: openSecrets(config.secrets),
    development: config.mode === 'development',
    deadline: config.deadline,
    fetch: keepAliveFetch,
    now: () => new Date(),
    log,
  });
}

/** The committed supergraph, beside this module in the sources or above it in the build. */
function committedSupergraph(): string {
  const places = ['../schema/supergraph.graphql', '../../schema/supergraph.graphql'].map((path) => new URL(path, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (!found)
    throw new ConfigurationError(['AIDGRAPH_SUPERGRAPH is not set, and schema/supergraph.graphql is not there; run `aidgraph compose`']);
  return readFileSync(found, 'utf8');
}

if (isEntryModule(import.meta.filename)) await runProcess('gateway', start);
