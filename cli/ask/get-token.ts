import { randomUUID } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { CommandError } from '../language.js';

/**
 * An access token of the development issuer for a sample user, bound to `keyPair`.
 *
 * @throws CommandError when the issuer does not answer or does not know the user.
 */
export async function getDevelopmentToken(issuer: string, user: string, keyPair: CryptoKeyPair): Promise<string> {
  const address = `${issuer}/token`;
  const { kty, crv, x, y } = await exportJWK(keyPair.publicKey);
  const proof = await new SignJWT({ jti: randomUUID(), htm: 'POST', htu: address })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: kty as string, crv: crv as string, x: x as string, y: y as string } })
    .setIssuedAt()
    .sign(keyPair.privateKey);
  let response: Response;
  let reply: { access_token?: string; error?: string };
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', dpop: proof },
      body: JSON.stringify({ user }),
      signal: AbortSignal.timeout(10_000),
    });
    reply = (await response.json()) as typeof reply;
  } catch {
    throw NOT_RUNNING;
  }
  if (reply.access_token !== undefined) return reply.access_token;
  throw new CommandError({ zh: `未能取得令牌（${reply.error}）。`, en: `No token was given (${reply.error}).` });
}

/** The hub, or its issuer, does not answer. */
export const NOT_RUNNING = new CommandError({
  zh: '平台没有应答。先运行：aidgraph start（查看：aidgraph status）',
  en: 'The hub does not answer. First: aidgraph start (see: aidgraph status)',
});
