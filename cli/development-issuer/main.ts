import { createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import type { App } from '../../runtime/app.js';
import { isEntryModule } from '../../runtime/entry-module.js';
import { ConfigurationError, fileText, oneOf, readConfig, text } from '../../runtime/read-config.js';
import { runProcess } from '../../runtime/run-process.js';
import { openSecrets } from '../../runtime/secrets.js';
import { readRegistry } from '../../schema/registry/read-registry.js';
import { createDevelopmentIssuerApp } from './app.js';

/** Starts the development issuer. @throws ConfigurationError outside development mode. */
export async function start(environment: NodeJS.ProcessEnv): Promise<App> {
  const config = readConfig(environment, {
    mode: oneOf('AIDGRAPH_MODE', ['development', 'production']),
    registry: fileText('AIDGRAPH_REGISTRY'),
    registryKey: fileText('AIDGRAPH_REGISTRY_KEY'),
    secrets: text('AIDGRAPH_SECRETS'),
  });
  if (config.mode !== 'development') throw new ConfigurationError(['the development issuer runs only with AIDGRAPH_MODE=development']);
  const registry = readRegistry(config.registry, createPublicKey(config.registryKey));
  const issuer = registry.issuers.find((entry) => entry.development)?.issuer;
  if (issuer === undefined) throw new ConfigurationError(['the registry names no development issuer']);
  const signingKey = JSON.parse(openSecrets(config.secrets).text('signing.jwk')) as JWK;
  return createDevelopmentIssuerApp({ registry, signingKey, issuer, now: () => new Date() });
}

if (isEntryModule(import.meta.filename)) await runProcess('issuer', start);
