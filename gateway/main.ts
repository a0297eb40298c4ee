import type { App } from '../runtime/app.js';
import { isEntryModule } from '../runtime/entry-module.js';
import type { Logger } from '../runtime/log.js';
import { openTracing } from '../runtime/open-tracing.js';
import { integer, oneOf, readConfig, text } from '../runtime/read-config.js';
import { runProcess } from '../runtime/run-process.js';
import { openSecrets } from '../runtime/secrets.js';
import { createGatewayApp } from './app.js';
import { followContract } from './follow-contract.js';
import { keepAliveFetch } from './keep-alive-fetch.js';
import { contractFileOf, readServed, SERVED_SETTINGS } from './read-served.js';

const SETTINGS = {
  mode: oneOf('AIDGRAPH_MODE', ['development', 'production'], 'production'),
  secrets: text('AIDGRAPH_SECRETS'),
  deadline: integer('AIDGRAPH_DEADLINE_MS', { min: 500, max: 60_000, fallback: 10_000 }),
};

/** Starts the gateway from its environment, and follows its contract from then on. @throws ConfigurationError */
export async function start(environment: NodeJS.ProcessEnv, log: Logger): Promise<App> {
  // All settings at once, so that everything wrong is told at once.
  const config = readConfig(environment, { ...SETTINGS, ...SERVED_SETTINGS });
  const read = () => readServed(environment);
  const app = await createGatewayApp({
    ...read(),
    secrets: openSecrets(config.secrets),
    development: config.mode === 'development',
    deadline: config.deadline,
    tracing: (service) => openTracing(service, environment),
    fetch: keepAliveFetch,
    now: () => new Date(),
    log,
  });
  log.info({ supergraph: app.version() }, 'supergraph taken');
  const unfollow = followContract(app, { file: contractFileOf(environment), read, log });
  return {
    ...app,
    close: async () => {
      unfollow();
      await app.close();
    },
  };
}

if (isEntryModule(import.meta.filename)) await runProcess('gateway', start);
