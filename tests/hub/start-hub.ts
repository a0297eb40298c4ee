import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, importJWK, type JWK, SignJWT } from 'jose';
import { NAMING_ORGANISATIONS } from '../../cli/first-start/development-organisations.js';
import { DEVELOPMENT_USERS } from '../../cli/first-start/development-users.js';
import { makeRegistry } from '../../cli/first-start/make-registry.js';
import { makeSecrets } from '../../cli/first-start/make-secrets.js';
import { findHome, type Home } from '../../cli/home/paths.js';
import { addressOf } from '../../cli/house/processes.js';
import { enrol } from '../../client/enrol.js';
import { sodiumGroup } from '../../client/group/sodium-group.js';
import { normaliseResidentId } from '../../client/normalise-resident-id.js';
import { prove } from '../../client/prove.js';
import { createGatewayApp } from '../../gateway/app.js';
import { createKeyAuthorityApp } from '../../key-authority/app.js';
import { createKey } from '../../key-authority/create-key.js';
import type { AgencyDefinition } from '../../kit/agency.js';
import { buildFederatedSchema } from '../../kit/serve/build-policed-schema.js';
import { createAgencyApp, serveAgency } from '../../kit/serve/serve-agency.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';
import { createLog } from '../../runtime/log.js';
import { openSecrets } from '../../runtime/secrets.js';
import { readRegistry } from '../../schema/registry/read-registry.js';
import type { NamingKeys } from '../../schema/registry/registry.js';
import type { Purpose } from '../../schema/vocabulary/purposes.js';
import type { ConsentEvent } from '../../schema/wire/consent-event.js';
import type { DisclosureReport } from '../../schema/wire/disclosure.js';
import { signEnrolment } from '../../schema/wire/enrolment-signature.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { signMessage } from '../../schema/wire/hub-message.js';
import { createCaseworkApp } from '../../subgraphs/casework/app.js';
import { charityFederation } from '../../subgraphs/charity-federation/definition.js';
import { civilAffairs } from '../../subgraphs/civil-affairs/definition.js';
import { createLedgerApp } from '../../subgraphs/ledger/app.js';
import { createLinkageApp } from '../../subgraphs/linkage/app.js';
import { createTaggingKeys } from '../../subgraphs/linkage/names/create-tagging-keys.js';
import { testDatabases } from './test-databases.js';

const PORT = 4000;
const GENERATION = '1';
export const AGENCIES = ['civil-affairs', 'charity-federation'] as const;
export type AgencyName = (typeof AGENCIES)[number];

/** What came back for one question. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; path?: (string | number)[]; extensions?: { code?: string } }[];
    readonly extensions?: { readonly disclosure?: DisclosureReport };
  };
}

export interface Asked {
  /** A user of the development registry. */
  readonly as: string;
  readonly purpose: Purpose;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly caseRef?: string;
  /** Changes the request just before it is sent. */
  readonly tamper?: (request: { headers: Headers; body: string }) => { headers: Headers; body: string };
}

/** One exchange between two processes of the hub, as it went over the wire. */
export interface Exchange {
  readonly to: string;
  readonly path: string;
  readonly request: { readonly headers: Headers; readonly body: string };
  readonly response: { readonly status: number; readonly body: string };
}

/** A whole hub in one process: real apps, real PostgreSQL, the gateway's real HTTP executor; only `fetch` is swapped. */
export interface Hub {
  readonly home: Home;
  readonly apps: Map<string, App>;
  /** Every exchange since the last clearing; kept only while `recordExchanges` is on. */
  readonly exchanges: Exchange[];
  recordExchanges: boolean;
  /** Lines all processes logged. */
  readonly logLines: string[];
  /** Base address of the database of a service. */
  databaseUrl(name: AgencyName | 'ledger'): string;
  /** Options a service of that name is started with. */
  options(name: string): ServiceOptions;
  ask(asked: Asked): Promise<Reply>;
  /** Access token and key of a user. */
  credentials(user: string): Promise<{ token: string; keyPair: CryptoKeyPair }>;
  /** An organisation's ref of a person. */
  refOf(organisation: string, idNumber: string): Promise<string>;
  /** Delivers one consent event about a person to every agency but the recipient, under the agency's own ref. */
  consent(idNumber: string, event: Partial<Omit<ConsentEvent, 'ref' | 'eventId'>> & Pick<ConsentEvent, 'kind'>): Promise<void>;
  /** Sends a request to a service as another process would, without the gateway. */
  send(name: string, path: string, init: { headers?: Record<string, string>; body: string }): Promise<Response>;
  close(): Promise<void>;
}

export interface HubOptions {
  /** Serves an agency in another way than the product does; `unprotected` is the twin of positive controls. */
  readonly serve?: (definition: AgencyDefinition<never>, options: ServiceOptions) => Promise<App>;
  /** Another supergraph than the committed one. */
  readonly supergraph?: string;
  readonly now?: () => Date;
  /** Fills the agencies' databases before they are served. */
  readonly load?: (
    agency: AgencyName,
    context: { databaseUrl: string; enrol: (ids: readonly string[]) => Promise<string[]> },
  ) => Promise<void>;
}

/** Serves an agency without its wrappers: what a probe must be able to read, or it proves nothing. */
export const unprotected: NonNullable<HubOptions['serve']> = async (definition, options) =>
  serveAgency(definition, await buildFederatedSchema(definition), options);

/** Starts a hub. Call `close` in afterAll. */
export async function startHub(options: HubOptions = {}): Promise<Hub> {
  const now = options.now ?? (() => new Date());
  const folder = mkdtempSync(join(tmpdir(), 'aidgraph-hub-'));
  const home = findHome({ AIDGRAPH_HOME: folder });
  const databases = testDatabases();
  const urls = new Map<string, string>();

  const keys = makeSecrets(home);
  const tagging = await createTaggingKeys(GENERATION, NAMING_ORGANISATIONS, home.secrets('linkage'));
  const authority = await createKey(GENERATION, home.secrets('key-authority'));
  const naming: NamingKeys = { generation: GENERATION, linkage: tagging.linkage, authority: authority.authority };
  makeRegistry(home, PORT, naming, keys, now());
  const registry = readRegistry(readFileSync(home.registry, 'utf8'), createPublicKey(readFileSync(home.registryKey)));
  for (const name of [...AGENCIES, 'ledger']) {
    urls.set(name, await databases.create(name));
    writeFileSync(join(home.secrets(name), 'database-url'), urls.get(name) as string, { mode: 0o600 });
  }

  const apps = new Map<string, App>();
  const exchanges: Exchange[] = [];
  const logLines: string[] = [];
  const origins = new Map(
    ['linkage', 'key-authority', ...AGENCIES, 'casework', 'ledger', 'issuer', 'gateway'].map((name) => [addressOf(name, PORT), name]),
  );
  const issuerKey = JSON.parse(readFileSync(join(home.secrets('issuer'), 'signing.jwk'), 'utf8')) as JWK;
  const { d: _private, ...issuerPublic } = issuerKey;

  const routedFetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init as RequestInit);
    const url = new URL(request.url);
    const name = origins.get(url.origin) ?? 'unknown';
    if (name === 'issuer') return Response.json({ keys: [{ ...issuerPublic, kid: 'development', alg: 'ES256' }] });
    const app = apps.get(name);
    if (!app) throw new TypeError('fetch failed', { cause: new Error(`connect ECONNREFUSED ${url.host}`) });
    const body = await request.text();
    const forwarded = new Request(request.url, { method: request.method, headers: request.headers, ...(body ? { body } : {}) });
    const response = await app.handle(forwarded);
    if (hub.recordExchanges) {
      const text = await response.clone().text();
      exchanges.push({
        to: name,
        path: url.pathname,
        request: { headers: request.headers, body },
        response: { status: response.status, body: text },
      });
    }
    return response;
  };

  const serviceOptions = (name: string): ServiceOptions => ({
    registry,
    secrets: openSecrets(home.secrets(name)),
    development: true,
    fetch: routedFetch,
    now,
    log: createLog(name, 'info', { write: (line) => void logLines.push(line) }),
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
        linkage: addressOf('linkage', PORT),
        authority: addressOf('key-authority', PORT),
        sign: (audience, body) => signEnrolment(key, { organisation, audience, body, now: now() }),
        fetch: routedFetch,
      },
    );
  };
  const refs = new Map<string, string>();
  const credentials = new Map<string, { token: string; keyPair: CryptoKeyPair; exp: number }>();

  const hub: Hub = {
    home,
    apps,
    exchanges,
    recordExchanges: false,
    logLines,
    databaseUrl: (name) => urls.get(name) as string,
    options: serviceOptions,
    credentials: async (user) => {
      const seconds = Math.floor(now().getTime() / 1000);
      const known = credentials.get(user);
      if (known && known.exp > seconds + 30) return known;
      const found = DEVELOPMENT_USERS.find((entry) => entry.user === user);
      if (!found) throw new Error(`no user ${user}`);
      const keyPair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])) as CryptoKeyPair;
      const jkt = await calculateJwkThumbprint(await exportJWK(keyPair.publicKey));
      const token = await new SignJWT({ client_id: found.client, roles: [...found.roles], cnf: { jkt } })
        .setProtectedHeader({ alg: 'ES256', kid: 'development' })
        .setIssuer(addressOf('issuer', PORT))
        .setAudience(registry.audience)
        .setSubject(user)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + 600)
        .sign(await importJWK(issuerKey, 'ES256'));
      credentials.set(user, { token, keyPair, exp: seconds + 600 });
      return { token, keyPair };
    },
    ask: async ({ as, purpose, query, variables = {}, caseRef, tamper }) => {
      const { token, keyPair } = await hub.credentials(as);
      const body = JSON.stringify({ query, variables, operationName: null });
      const { proof, caseSalt } = await prove({
        keyPair,
        token,
        address: registry.audience,
        purpose,
        body,
        now: now(),
        ...(caseRef ? { caseRef } : {}),
      });
      const headers = new Headers({ 'content-type': 'application/json', [HEADERS.authorization]: `DPoP ${token}`, [HEADERS.proof]: proof });
      if (caseRef && caseSalt) {
        headers.set(HEADERS.caseRef, caseRef);
        headers.set(HEADERS.caseSalt, caseSalt);
      }
      const sent = tamper?.({ headers, body }) ?? { headers, body };
      const gateway = apps.get('gateway') as App;
      const response = await gateway.handle(new Request(registry.audience, { method: 'POST', headers: sent.headers, body: sent.body }));
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text) as Reply['body'] };
    },
    refOf: async (organisation, idNumber) => {
      const key = `${organisation} ${idNumber}`;
      const known = refs.get(key) ?? ((await enrolAs(organisation, [idNumber]))[0] as string);
      refs.set(key, known);
      return known;
    },
    consent: async (idNumber, event) => {
      const recipient = event.recipient ?? 'charity-federation';
      for (const agency of AGENCIES.filter((name) => name !== recipient)) {
        const at = now().toISOString();
        const full: ConsentEvent = {
          eventId: randomUUID(),
          ref: await hub.refOf(agency, idNumber),
          recipient,
          purpose: 'PRIOR_AID_CHECK',
          categories: [],
          at,
          validFrom: at,
          validUntil: null,
          ...event,
        };
        const body = JSON.stringify({ events: [full] });
        const key = openSecrets(home.secrets('consent')).key(`consent-${agency}.key`);
        const response = await hub.send(agency, '/consent/events', {
          headers: { [HEADERS.statement]: signMessage(agency, body, key, now()) },
          body,
        });
        if (response.status !== 204) throw new Error(`consent not applied: ${response.status}`);
      }
    },
    send: (name, path, init) =>
      (apps.get(name) as App).handle(
        new Request(`${addressOf(name, PORT)}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...init.headers },
          body: init.body,
        }),
      ),
    close: async () => {
      for (const app of [...apps.values()].reverse()) await app.close();
      await databases.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  apps.set('linkage', await createLinkageApp(serviceOptions('linkage')));
  apps.set('key-authority', await createKeyAuthorityApp(serviceOptions('key-authority')));
  const definitions = { 'civil-affairs': civilAffairs, 'charity-federation': charityFederation } as unknown as Record<
    AgencyName,
    AgencyDefinition<never>
  >;
  const serve = options.serve ?? createAgencyApp;
  for (const agency of AGENCIES) {
    await options.load?.(agency, { databaseUrl: hub.databaseUrl(agency), enrol: (ids) => enrolAs(agency, ids) });
    apps.set(agency, await serve(definitions[agency], serviceOptions(agency)));
  }
  apps.set('casework', await createCaseworkApp({ ...serviceOptions('casework'), freshnessDays: 35 }));
  apps.set('ledger', await createLedgerApp(serviceOptions('ledger')));
  apps.set(
    'gateway',
    await createGatewayApp({
      ...serviceOptions('gateway'),
      supergraph: options.supergraph ?? readFileSync(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8'),
      subgraphs: new Map(['linkage', ...AGENCIES, 'casework', 'ledger'].map((name) => [name, addressOf(name, PORT)])),
    }),
  );
  return hub;
}
