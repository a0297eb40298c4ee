import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, type JWK, SignJWT } from 'jose';
import { createAskerKey, thumbprintOf } from '../../client/asker-key.js';
import type { App } from '../../runtime/app.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import { createTokenVerifier } from '../../schema/wire/access-token.js';
import { DEVELOPMENT_ORGANISATIONS } from '../first-start/development-organisations.js';
import { DEVELOPMENT_USERS } from '../first-start/development-users.js';
import { createDevelopmentIssuerApp } from './app.js';
import { start } from './main.js';

const ISSUER = 'http://127.0.0.1:4010';
const now = () => new Date('2026-05-17T08:00:00Z');
const registry = {
  audience: 'http://127.0.0.1:4000/graphql',
  issuers: [{ issuer: ISSUER, jwksUri: `${ISSUER}/jwks`, organisations: DEVELOPMENT_ORGANISATIONS.map(({ id }) => id), development: true }],
  client: (id: string) =>
    DEVELOPMENT_ORGANISATIONS.flatMap((organisation) => organisation.clients.map((client) => ({ client, organisation }))).find(
      ({ client }) => client.id === id,
    ),
} as unknown as RegistryView;

let app: App;
beforeAll(async () => {
  const signingKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK;
  app = await createDevelopmentIssuerApp({ registry, signingKey, issuer: ISSUER, now });
});

async function proofOf(keyPair: CryptoKeyPair, claims: object = {}): Promise<string> {
  const { kty, crv, x, y } = (await exportJWK(keyPair.publicKey)) as Required<JWK>;
  return new SignJWT({ jti: crypto.randomUUID(), htm: 'POST', htu: `${ISSUER}/token`, ...claims })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } })
    .setIssuedAt(Math.floor(now().getTime() / 1000))
    .sign(keyPair.privateKey);
}

const post = (user: unknown, dpop: string) =>
  app.handle(new Request(`${ISSUER}/token`, { method: 'POST', headers: { dpop }, body: JSON.stringify({ user }) }));

describe('the development issuer', () => {
  test.each(DEVELOPMENT_USERS.map(({ user }) => user))('gives %s a token that every process accepts in development only', async (user) => {
    const keyPair = await createAskerKey();
    const response = await post(user, await proofOf(keyPair));
    const { access_token: token, token_type: type } = (await response.json()) as { access_token: string; token_type: string };
    expect([response.status, type]).toEqual([200, 'DPoP']);
    const send = (async (url: string) => app.handle(new Request(url))) as unknown as typeof fetch;
    const asker = await createTokenVerifier(registry, { development: true, fetch: send })(token, now());
    expect(asker?.user).toBe(user);
    expect(asker?.jkt).toBe(await thumbprintOf(keyPair));
    expect((asker?.exp ?? 0) - now().getTime() / 1000).toBe(600);
    expect(await createTokenVerifier(registry, { development: false, fetch: send })(token, now())).toBeUndefined();
  });

  test('refuses an unknown user, no proof, another address, a replay', async () => {
    const keyPair = await createAskerKey();
    const good = await proofOf(keyPair);
    expect((await post('nobody', good)).status).toBe(400);
    expect((await post('__proto__', good)).status).toBe(400);
    expect((await post('lin-yue', '')).status).toBe(400);
    expect((await post('lin-yue', await proofOf(keyPair, { htu: 'http://127.0.0.1:4000/graphql' }))).status).toBe(400);
    expect((await post('lin-yue', good)).status).toBe(200);
    expect((await post('lin-yue', good)).status).toBe(400);
  });

  test('does not start outside development', async () => {
    const environment = {
      AIDGRAPH_MODE: 'production',
      AIDGRAPH_REGISTRY: import.meta.filename,
      AIDGRAPH_REGISTRY_KEY: import.meta.filename,
      AIDGRAPH_SECRETS: '/',
    };
    await expect(start(environment)).rejects.toThrow(/only with AIDGRAPH_MODE=development/);
  });
});
