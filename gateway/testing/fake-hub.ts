import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { App } from '../../runtime/app.js';
import { createLog } from '../../runtime/log.js';
import type { Secrets } from '../../runtime/secrets.js';
import { readRegistry } from '../../schema/registry/read-registry.js';
import type { Registry } from '../../schema/registry/registry.js';
import { signRegistry } from '../../schema/registry/sign-registry.js';
import type { OperationBatch, OperationEntry } from '../../schema/wire/operation.js';
import { caseDigest, type Proof } from '../../schema/wire/proof.js';
import { readStatement, type Statement } from '../../schema/wire/statement.js';
import { createGatewayApp, type GatewayOptions } from '../app.js';
import { executeAt, fakeSupergraph, SUBGRAPHS } from './fake-subgraphs.js';

/** The gateway's public address in the fake registry. */
export const AUDIENCE = 'http://gateway.test/graphql';
const ISSUER = 'http://issuer.test';
/** Every symmetric key of the fake hub. */
export const KEY = Buffer.alloc(32, 7);

const rootKey = generateKeyPairSync('ed25519');
const issuerKey = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const name = (text: string) => ({ zh: text, en: text });

const REGISTRY: Registry = {
  version: 1,
  issuedAt: '2024-01-01T00:00:00Z',
  county: { name: name('county'), timeZone: 'Asia/Shanghai' },
  audience: AUDIENCE,
  issuers: [{ issuer: ISSUER, jwksUri: `${ISSUER}/jwks`, organisations: ['charity-federation', 'civil-affairs'], development: true }],
  organisations: [
    ...['linkage', 'casework', 'ledger'].map((id) => ({ id, kind: 'HUB' as const, name: name(id), clients: [], subgraph: { name: id } })),
    {
      id: 'charity-federation',
      kind: 'CHARITY',
      name: name('charity'),
      subgraph: { name: 'charity-federation', keyField: 'charityFederationKey' },
      clients: [{ id: 'charity-desk', name: name('desk'), purposes: { PRIOR_AID_CHECK: ['case-officer'] } }],
    },
    {
      id: 'civil-affairs',
      kind: 'AGENCY',
      name: name('bureau'),
      subgraph: { name: 'civil-affairs', keyField: 'civilAffairsKey' },
      clients: [{ id: 'bureau-desk', name: name('desk'), purposes: { CASE_REVIEW: ['case-manager'] } }],
    },
  ],
  naming: [],
  auditor: { keyId: 'none', publicKey: '' },
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('base64url');

/** A user of the fake hub with a key of their own. */
export interface FakeAsker {
  readonly token: string;
  /** Signs a proof for a body; `claims` replaces claims. */
  prove(body: string | Buffer, claims?: Partial<Record<keyof Proof, unknown>>): string;
}

/** Makes an asker with an access token. */
export function fakeAsker(user: string, client: string, roles: readonly string[]): FakeAsker {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = pair.publicKey.export({ format: 'jwk' });
  const jkt = sha256(JSON.stringify({ crv, kty, x, y }));
  const iat = Math.floor(Date.now() / 1000);
  const jws = (header: object, claims: object, key: typeof pair.privateKey) => {
    const input = `${encode(header)}.${encode(claims)}`;
    return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  const token = jws(
    { alg: 'ES256', kid: 'issuer' },
    { iss: ISSUER, aud: AUDIENCE, sub: user, client_id: client, roles, cnf: { jkt }, iat, exp: iat + 600 },
    issuerKey.privateKey,
  );
  return {
    token,
    prove: (body, claims) =>
      jws(
        { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } },
        {
          jti: randomUUID(),
          htm: 'POST',
          htu: AUDIENCE,
          iat: Math.floor(Date.now() / 1000),
          ath: sha256(token),
          purpose: client === 'bureau-desk' ? 'CASE_REVIEW' : 'PRIOR_AID_CHECK',
          body_digest: sha256(body),
          ...claims,
        },
        pair.privateKey,
      ),
  };
}

/** One sub-request that reached a fake subgraph. */
export interface Received {
  readonly subgraph: string;
  readonly headers: Headers;
  readonly body: string;
  readonly statement: Statement;
}

/** How one fake subgraph misbehaves; undefined answers as usual. */
export type Misbehave = (received: Received) => Response | undefined | Promise<Response | undefined>;

/** A gateway in front of fake subgraphs, and everything that was sent and logged. */
export interface FakeHub {
  readonly app: App;
  readonly received: Received[];
  readonly operations: OperationEntry[];
  /** Entries of each POST to the ledger. */
  readonly batches: number[];
  readonly logged: string[];
  /** By subgraph (or `operations` for the ledger's door); may be changed between questions. */
  readonly misbehave: Map<string, Misbehave>;
  /** Posts a question as `asker`. */
  ask(asker: FakeAsker, query: string, variables?: Record<string, unknown>, extra?: { caseRef?: string }): Promise<FakeAnswer>;
  /** Posts anything at all. */
  post(body: string | Buffer, headers: Record<string, string>, init?: { method?: string; path?: string }): Promise<Response>;
}

/** An answer as it reached the asker. */
export interface FakeAnswer {
  readonly status: number;
  readonly text: string;
  readonly body: {
    data?: unknown;
    errors?: { message: string; path?: unknown[]; extensions: { code: string } }[];
    extensions?: { disclosure: import('../../schema/wire/disclosure.js').DisclosureReport };
  };
}

/**
 * Starts a fake hub.
 *
 * @param network what stands between the gateway and everything it sends to
 */
export async function fakeHub(
  options: Partial<GatewayOptions> = {},
  network: (send: typeof fetch) => typeof fetch = (send) => send,
): Promise<FakeHub> {
  const received: Received[] = [];
  const operations: OperationEntry[] = [];
  const batches: number[] = [];
  const logged: string[] = [];
  const misbehave = new Map<string, Misbehave>();

  const send = (async (input: string, init: RequestInit) => {
    const url = new URL(input);
    if (url.host === 'issuer.test')
      return Response.json({ keys: [{ ...issuerKey.publicKey.export({ format: 'jwk' }), alg: 'ES256', kid: 'issuer' }] });
    const subgraph = url.host.replace(/\.test$/, '');
    const body = init.body as string;
    const headers = new Headers(init.headers);
    if (url.pathname === '/operations') {
      const bad = await misbehave.get('operations')?.({ subgraph, headers, body } as Received);
      if (bad) return bad;
      await new Promise((resolve) => setTimeout(resolve, 2));
      const { entries } = JSON.parse(body) as OperationBatch;
      operations.push(...entries);
      batches.push(entries.length);
      return new Response(null, { status: 204 });
    }
    const statement = readStatement(headers.get('aidgraph-statement') ?? '', KEY, {
      audience: subgraph,
      body: Buffer.from(body),
      now: new Date(),
    });
    if (!statement) return Response.json({ errors: [{ message: 'refused' }] }, { status: 401 });
    const sub: Received = { subgraph, headers, body, statement };
    received.push(sub);
    const bad = await misbehave.get(subgraph)?.(sub);
    if (bad) return bad;
    const asker = JSON.parse(Buffer.from((headers.get('authorization') ?? '').split('.')[1] ?? '', 'base64url').toString()) as {
      sub: string;
    };
    const executed = await executeAt(subgraph, body, asker.sub);
    const lines = subgraph === 'civil-affairs' ? [{ source: 'x', coordinate: 'Person.civilAffairsAid', outcome: 'RAW', basis: 'LAW' }] : [];
    return Response.json({ ...executed, extensions: { aidgraph: { jti: statement.jti, lines, asOf: null, policyVersion: null } } });
  }) as typeof fetch;

  const secrets: Secrets = { key: () => KEY, text: () => '' };
  const app = await createGatewayApp({
    registry: readRegistry(JSON.stringify(signRegistry(REGISTRY, rootKey.privateKey)), rootKey.publicKey),
    supergraph: fakeSupergraph(),
    subgraphs: new Map(SUBGRAPHS.map((subgraph) => [subgraph, `http://${subgraph}.test`])),
    secrets,
    development: true,
    fetch: network(send),
    now: () => new Date(),
    log: createLog('gateway', 'trace', { write: (line) => void logged.push(line) }),
    ...options,
  });

  const post: FakeHub['post'] = async (body, headers, { method = 'POST', path = '/graphql' } = {}) =>
    app.handle(new Request(`http://gateway.test${path}`, { method, headers, ...(method === 'POST' ? { body: body as BodyInit } : {}) }));

  return {
    app,
    received,
    operations,
    batches,
    logged,
    misbehave,
    post,
    ask: async (asker, query, variables, extra) => {
      const body = JSON.stringify({ query, ...(variables ? { variables } : {}) });
      const caseHeaders = extra?.caseRef ? { 'case-ref': extra.caseRef, 'case-salt': 'salt' } : undefined;
      const claims = extra?.caseRef ? { case_digest: caseDigest('salt', extra.caseRef) } : {};
      const headers = {
        'content-type': 'application/json',
        authorization: `DPoP ${asker.token}`,
        dpop: asker.prove(body, claims),
        ...caseHeaders,
      };
      const response = await post(body, headers as Record<string, string>);
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text) as FakeAnswer['body'] };
    },
  };
}
