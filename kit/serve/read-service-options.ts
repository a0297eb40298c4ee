import { createPublicKey } from 'node:crypto';
import type { Logger } from '../../runtime/log.js';
import { openTracing } from '../../runtime/open-tracing.js';
import { fileText, oneOf, readConfig, text } from '../../runtime/read-config.js';
import { openSecrets } from '../../runtime/secrets.js';
import { readRegistry } from '../../schema/registry/read-registry.js';
import type { ServiceOptions } from './service-options.js';

const SETTINGS = {
  mode: oneOf('AIDGRAPH_MODE', ['development', 'production'], 'production'),
  registry: fileText('AIDGRAPH_REGISTRY'),
  registryKey: fileText('AIDGRAPH_REGISTRY_KEY'),
  secrets: text('AIDGRAPH_SECRETS'),
};

/** A service's options from its environment. @throws ConfigurationError listing everything wrong, or Error for a registry that does not verify. */
export function readServiceOptions(environment: NodeJS.ProcessEnv, log: Logger): ServiceOptions {
  const config = readConfig(environment, SETTINGS);
  return {
    registry: readRegistry(config.registry, createPublicKey(config.registryKey)),
    secrets: openSecrets(config.secrets),
    development: config.mode === 'development',
    fetch: globalThis.fetch,
    now: () => new Date(),
    log,
    tracing: (service) => openTracing(service, environment),
  };
}
