/**
 * An agency in a process of its own, which can be frozen: the product's code from dist/, listening on a port it chooses and tells its
 * parent. Only the issuer's keys come from the parent, which has no port for them.
 */
import 'reflect-metadata';
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

const { agency, registry, registryKey, secrets, jwks } = JSON.parse(process.argv[2]);
const dist = new URL('../../dist/', import.meta.url);
const load = (path) => import(new URL(path, dist).href);

const { createAgencyApp } = await load('kit/serve/serve-agency.js');
const { definition } = await load(`subgraphs/${agency}/definition.js`);
const { openSecrets } = await load('runtime/secrets.js');
const { readRegistry } = await load('schema/registry/read-registry.js');
const { createLog } = await load('runtime/log.js');
const { listen } = await load('runtime/listen.js');

const log = createLog(agency, 'silent');
const app = await createAgencyApp(definition, {
  registry: readRegistry(readFileSync(registry, 'utf8'), createPublicKey(readFileSync(registryKey))),
  secrets: openSecrets(secrets),
  development: true,
  fetch: async () => Response.json(jwks),
  now: () => new Date(),
  log,
});
const { port } = await listen(app, { host: '127.0.0.1', port: 0, log });
process.send({ port });
process.on('disconnect', () => process.exit(0));
