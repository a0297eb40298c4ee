import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { type EnrolOptions, enrol } from '../../client/enrol.js';
import type { Group } from '../../client/group/group.js';
import { sodiumGroup } from '../../client/group/sodium-group.js';
import { normaliseResidentId } from '../../client/normalise-resident-id.js';
import { createKeyAuthorityApp } from '../../key-authority/app.js';
import { createKey } from '../../key-authority/create-key.js';
import { createHandler } from '../../kit/serve/http.js';
import type { App } from '../../runtime/app.js';
import { createLog } from '../../runtime/log.js';
import { openSecrets, type Secrets } from '../../runtime/secrets.js';
import { type RegistryView, readRegistry } from '../../schema/registry/read-registry.js';
import type { NamingKeys, Organisation } from '../../schema/registry/registry.js';
import { signRegistry } from '../../schema/registry/sign-registry.js';
import type { EnrolmentAnswer, EnrolmentAudience, EnrolmentRequest } from '../../schema/wire/enrolment.js';
import { signEnrolment } from '../../schema/wire/enrolment-signature.js';
import { createTaggingKeys } from '../../subgraphs/linkage/names/create-tagging-keys.js';
import { createEnrolEndpoint } from '../../subgraphs/linkage/names/enrol-endpoint.js';
import { readTaggingKeys } from '../../subgraphs/linkage/names/tagging-keys.js';
import { createTranslator, type Translator } from '../../subgraphs/linkage/names/translate.js';
import { temporaryFolder } from '../temporary-folder.js';

export const GENERATION = '1';
const ORGANISATIONS = ['civil-affairs', 'charity-federation', 'hub'];

/** One message that crossed between an organisation and a server. */
export interface Message {
  readonly service: EnrolmentAudience;
  readonly sent: string;
  readonly received: string;
}

/** The naming service in one process: both servers with real keys, and organisations that enrol with them. */
export interface Names {
  readonly registry: RegistryView;
  readonly naming: NamingKeys;
  readonly secrets: { readonly authority: Secrets; readonly linkage: Secrets };
  readonly translator: Translator;
  /** All that organisations sent and received so far. */
  readonly traffic: Message[];
  /** All that the servers logged so far. */
  readonly logged: string[];
  readonly clock: { now: Date };
  /** When set, that server does not answer. */
  readonly down: Set<EnrolmentAudience>;
  options(organisation: string, more?: Partial<EnrolOptions>): EnrolOptions;
  /** Refs of persons written in any spelling. */
  enrol(organisation: string, spellings: readonly string[]): Promise<string[]>;
  sign(organisation: string, audience: EnrolmentAudience, body: string): string;
  /** Sends a request as it stands. */
  send(service: EnrolmentAudience, body: string, signature: string | null): Promise<Response>;
  /** Signs and sends a request; the code it was refused with, or the answer. */
  attempt(service: EnrolmentAudience, request: EnrolmentRequest): Promise<string | EnrolmentAnswer>;
}

/** Makes fresh keys, a registry that names them, and both servers. */
export async function createNames(): Promise<Names> {
  const folder = temporaryFolder();
  const [authorityDir, linkageDir] = [join(folder, 'key-authority'), join(folder, 'linkage')];
  const { authority } = await createKey(GENERATION, authorityDir);
  const { linkage } = await createTaggingKeys(GENERATION, ORGANISATIONS, linkageDir);
  const naming: NamingKeys = { generation: GENERATION, authority, linkage };
  const secrets = { authority: openSecrets(authorityDir), linkage: openSecrets(linkageDir) };

  const enrolmentKeys = new Map(ORGANISATIONS.map((id) => [id, generateKeyPairSync('ed25519')]));
  const registry = registryOf(naming, enrolmentKeys);
  const clock = { now: new Date('2026-01-15T02:00:00Z') };
  const logged: string[] = [];
  const log = createLog('names', 'trace', { write: (line) => void logged.push(line) });
  const keys = await readTaggingKeys(registry, secrets.linkage);
  const tag = createHandler({ 'POST /enrol': await createEnrolEndpoint({ registry, keys, now: () => clock.now, log }) }, log);
  const app: App = await createKeyAuthorityApp({ registry, secrets: secrets.authority, now: () => clock.now, log });

  const traffic: Message[] = [];
  const down = new Set<EnrolmentAudience>();
  const paths = { linkage: 'http://linkage/enrol', 'key-authority': 'http://authority/evaluate' } as const;
  const group: Group = await sodiumGroup();

  const post = async (service: EnrolmentAudience, init: RequestInit): Promise<Response> => {
    if (down.has(service)) throw new TypeError('fetch failed: connect ECONNREFUSED 10.1.2.3:4021');
    const response = await (service === 'linkage' ? tag : app.handle)(new Request(paths[service], init));
    traffic.push({ service, sent: String(init.body), received: await response.clone().text() });
    return response;
  };
  const sign = (organisation: string, audience: EnrolmentAudience, body: string) =>
    signEnrolment(enrolmentKeys.get(organisation)?.privateKey as KeyObject, { organisation, audience, body, now: clock.now });
  const send = (service: EnrolmentAudience, body: string, signature: string | null) =>
    post(service, { method: 'POST', body, headers: signature === null ? {} : { 'aidgraph-enrolment': signature } });
  const options = (organisation: string, more: Partial<EnrolOptions> = {}): EnrolOptions => ({
    group,
    organisation,
    naming,
    linkage: 'http://linkage',
    authority: 'http://authority',
    sign: (audience, body) => sign(organisation, audience, body),
    fetch: (url, init) => post(new URL(String(url)).hostname === 'linkage' ? 'linkage' : 'key-authority', init as RequestInit),
    ...more,
  });
  return {
    registry,
    naming,
    secrets,
    translator: await createTranslator(keys),
    traffic,
    logged,
    clock,
    down,
    options,
    sign,
    send,
    enrol: (organisation, spellings) =>
      enrol(
        spellings.map((text) => normaliseResidentId(text)),
        options(organisation),
      ),
    attempt: async (service, request) => {
      const body = JSON.stringify(request);
      const response = await send(service, body, sign(request.organisation, service, body));
      const answer = (await response.json()) as EnrolmentAnswer & { errors?: [{ extensions: { code: string } }] };
      return answer.errors ? answer.errors[0].extensions.code : answer;
    },
  };
}

function registryOf(naming: NamingKeys, keys: ReadonlyMap<string, { publicKey: KeyObject }>): RegistryView {
  const organisations = [...keys].map(
    ([id, { publicKey }]): Organisation => ({
      id,
      kind: 'AGENCY',
      name: { zh: id, en: id },
      clients: [],
      enrolmentKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    }),
  );
  const root = generateKeyPairSync('ed25519');
  const signed = signRegistry(
    {
      version: 1,
      issuedAt: '2026-01-01T00:00:00Z',
      county: { name: { zh: '县', en: 'County' }, timeZone: 'Asia/Shanghai' },
      audience: 'https://hub.example/graphql',
      issuers: [],
      organisations: [...organisations, { id: 'crowdfunding', kind: 'COMPANY', name: { zh: '公司', en: 'Company' }, clients: [] }],
      naming: [naming],
      auditor: { keyId: 'none', publicKey: '' },
    },
    root.privateKey,
  );
  return readRegistry(JSON.stringify(signed), root.publicKey);
}
