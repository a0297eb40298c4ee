import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { addressOf } from '../../cli/house/processes.js';
import { enrol } from '../../client/enrol.js';
import { sodiumGroup } from '../../client/group/sodium-group.js';
import { normaliseResidentId } from '../../client/normalise-resident-id.js';
import { createGatewayApp } from '../../gateway/app.js';
import { createKeyAuthorityApp } from '../../key-authority/app.js';
import type { AgencyDefinition } from '../../kit/agency.js';
import { buildFederatedSchema } from '../../kit/serve/build-policed-schema.js';
import { createAgencyApp, serveAgency } from '../../kit/serve/serve-agency.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';
import { createLog } from '../../runtime/log.js';
import { openSecrets } from '../../runtime/secrets.js';
import { signEnrolment } from '../../schema/wire/enrolment-signature.js';
import { createCaseworkApp } from '../../subgraphs/casework/app.js';
import { createLedgerApp } from '../../subgraphs/ledger/app.js';
import { createLinkageApp } from '../../subgraphs/linkage/app.js';
import { createAsker } from './asker.js';
import { AGENCIES, type Hub, type HubOptions } from './hub.js';
import { prepareHome } from './prepare-home.js';
import { recordEvent } from './record-event.js';
import { routeFetch } from './route-fetch.js';
import { startConsent } from './start-consent.js';

const GATEWAY_PORT = 4000;
const SUBGRAPHS = ['linkage', ...AGENCIES, 'casework', 'ledger', 'consent'];

/** The gateway's deadline where a test is not about time: on a busy machine planning the first question takes seconds. In milliseconds. */
const PATIENT = 60_000;

/** Serves an agency without its wrappers: what a probe must be able to read, or it proves nothing. */
export const unprotected: NonNullable<HubOptions['serve']> = async (definition, options) =>
  serveAgency(definition, await buildFederatedSchema(definition), options);

/** What an agency brings. */
export const definitionOf = async (agency: string): Promise<AgencyDefinition<never>> =>
  ((await import(`../../subgraphs/${agency}/definition.js`)) as { definition: AgencyDefinition<never> }).definition;

/** Starts a hub. Call `close` in afterAll. */
export async function startHub(options: HubOptions = {}): Promise<Hub> {
  const port = options.gatewayPort ?? GATEWAY_PORT;
  const clock = options.now ?? (() => new Date());
  const now = () => clock('test');
  const { home, registry, naming, databaseUrls, remove } = await prepareHome(port, now());
  const apps = new Map<string, App>();
  const exchanges: Hub['exchanges'] = [];
  const logLines: string[] = [];
  const issuerKey = JSON.parse(readFileSync(join(home.secrets('issuer'), 'signing.jwk'), 'utf8')) as JWK;
  const { d: _private, ...issuerPublic } = issuerKey;

  const routedFetch = routeFetch(
    apps,
    new Map([...SUBGRAPHS, 'key-authority', 'issuer', 'gateway'].map((name) => [addressOf(name, port), name])),
    { issuer: () => Response.json({ keys: [{ ...issuerPublic, kid: 'development', alg: 'ES256' }] }) },
    async (exchange) => {
      if (hub.recordExchanges) exchanges.push(await exchange());
    },
  );
  const serviceOptions = (name: string): ServiceOptions => ({
    registry,
    secrets: openSecrets(home.secrets(name)),
    development: true,
    fetch: routedFetch,
    now: () => clock(name),
    log: createLog(name, 'info', { write: (line) => void logLines.push(line) }),
    ...(options.tracing ? { tracing: options.tracing } : {}),
  });
  const asker = createAsker({
    issuer: addressOf('issuer', port),
    issuerKey,
    audience: registry.audience,
    now,
    send: (request) => (apps.get('gateway') as App).handle(request),
  });

  const group = await sodiumGroup();
  const enrolAs = async (organisation: string, ids: readonly string[]): Promise<string[]> => {
    const key = createPrivateKey(readFileSync(join(home.client(organisation), 'enrolment.key')));
    return enrol(
      ids.map((id) => normaliseResidentId(id)),
      {
        group,
        organisation,
        naming,
        linkage: addressOf('linkage', port),
        authority: addressOf('key-authority', port),
        sign: (audience, body) => signEnrolment(key, { organisation, audience, body, now: now() }),
        fetch: routedFetch,
      },
    );
  };
  const refs = new Map<string, string>();
  const serve = options.serve ?? createAgencyApp;

  const hub: Hub = {
    home,
    apps,
    exchanges,
    recordExchanges: false,
    logLines,
    databaseUrl: (name) => databaseUrls.get(name) as string,
    options: serviceOptions,
    ...asker,
    refOf: async (organisation, idNumber) => {
      const key = `${organisation} ${idNumber}`;
      const known = refs.get(key) ?? ((await enrolAs(organisation, [idNumber]))[0] as string);
      refs.set(key, known);
      return known;
    },
    consent: (idNumber, event) => recordEvent(hub, idNumber, event),
    send: (name, path, { headers, body }) =>
      (apps.get(name) as App).handle(
        new Request(`${addressOf(name, port)}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
        }),
      ),
    reopen: async (agency) => {
      await apps.get(agency)?.close();
      apps.set(agency, await serve(await definitionOf(agency), serviceOptions(agency)));
    },
    close: async () => {
      for (const app of [...apps.values()].reverse()) await app.close();
      await remove();
    },
  };

  apps.set('linkage', await createLinkageApp(serviceOptions('linkage')));
  apps.set('key-authority', await createKeyAuthorityApp(serviceOptions('key-authority')));
  for (const agency of AGENCIES) {
    await options.load?.(agency, { databaseUrl: hub.databaseUrl(agency), enrol: (ids) => enrolAs(agency, ids) });
    await hub.reopen(agency);
  }
  apps.set('casework', await createCaseworkApp({ ...serviceOptions('casework'), freshnessDays: 35 }));
  apps.set('ledger', await createLedgerApp(serviceOptions('ledger')));
  apps.set('consent', await startConsent(hub, options.consent));
  apps.set(
    'gateway',
    await createGatewayApp({
      ...serviceOptions('gateway'),
      supergraph: options.supergraph ?? readFileSync(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8'),
      deadline: options.deadline ?? PATIENT,
      subgraphs: new Map(SUBGRAPHS.map((name) => [name, addressOf(name, port)])),
    }),
  );
  return hub;
}
