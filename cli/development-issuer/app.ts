import { calculateJwkThumbprint, EmbeddedJWK, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { App } from '../../runtime/app.js';
import { readBody } from '../../runtime/read-body.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import { findDevelopmentUser } from '../first-start/development-users.js';

/** What the development issuer is given. */
export interface DevelopmentIssuerOptions {
  readonly registry: RegistryView;
  /** ES256 private key. */
  readonly signingKey: JWK;
  /** Its own address, as the registry names it. */
  readonly issuer: string;
  readonly now: () => Date;
}

/** Life of a token in seconds. */
const LIFETIME = 600;
const KEY_ID = 'development';
const BODY_LIMIT = 4096;

/**
 * Gives access tokens to the sample users, bound to the key whose DPoP proof comes with the request (RFC 9449 §5). It asks
 * for no password: outside development no process accepts what it signs, and its own process does not start there.
 *
 *     POST /token {"user": "lin-yue"}   DPoP: <proof for this address>   → {access_token, token_type, expires_in}
 *     GET  /jwks
 */
export async function createDevelopmentIssuerApp(options: DevelopmentIssuerOptions): Promise<App> {
  const { registry, issuer, now } = options;
  const { kty, crv, x, y } = options.signingKey;
  const key = await importJWK(options.signingKey, 'ES256');
  const jwks = { keys: [{ kty, crv, x, y, kid: KEY_ID, alg: 'ES256', use: 'sig' }] };
  const seen = new Map<string, number>();

  async function thumbprint(proof: string): Promise<string | undefined> {
    try {
      const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
        typ: 'dpop+jwt',
        algorithms: ['ES256', 'EdDSA'],
        currentDate: now(),
        maxTokenAge: 60,
        clockTolerance: 5,
      });
      if (payload.htm !== 'POST' || payload.htu !== `${issuer}/token` || !payload.jti || seen.has(payload.jti)) return undefined;
      const seconds = now().getTime() / 1000;
      for (const [jti, until] of seen) if (until < seconds) seen.delete(jti);
      seen.set(payload.jti, seconds + 70);
      return await calculateJwkThumbprint(protectedHeader.jwk as JWK);
    } catch {
      return undefined;
    }
  }

  async function token(request: Request): Promise<Response> {
    const body = await readBody(request, BODY_LIMIT);
    const user = findDevelopmentUser(userIn(body) ?? '');
    const client = user && registry.client(user.client);
    if (!user || !client) return answer(400, { error: 'invalid_grant', error_description: 'There is no such sample user.' });
    const jkt = await thumbprint(request.headers.get('dpop') ?? '');
    if (!jkt) return answer(400, { error: 'invalid_dpop_proof', error_description: 'Send a fresh DPoP proof for this address.' });
    const iat = Math.floor(now().getTime() / 1000);
    const accessToken = await new SignJWT({ client_id: user.client, roles: [...user.roles], cnf: { jkt } })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: KEY_ID })
      .setIssuer(issuer)
      .setAudience(registry.audience)
      .setSubject(user.user)
      .setIssuedAt(iat)
      .setExpirationTime(iat + LIFETIME)
      .setJti(crypto.randomUUID())
      .sign(key);
    return answer(200, { access_token: accessToken, token_type: 'DPoP', expires_in: LIFETIME });
  }

  return {
    handle: async (request) => {
      const { pathname } = new URL(request.url);
      if (request.method === 'GET' && pathname === '/jwks') return answer(200, jwks);
      if (request.method === 'POST' && pathname === '/token') return token(request);
      return answer(404, { error: 'not_found' });
    },
    ready: async () => true,
    close: async () => {},
  };
}

const answer = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });

function userIn(body: Buffer | undefined): string | undefined {
  try {
    const { user } = JSON.parse(body?.toString('utf8') ?? '') as { user?: unknown };
    return typeof user === 'string' ? user : undefined;
  } catch {
    return undefined;
  }
}
