import { calculateJwkThumbprint, exportJWK, importJWK, type JWK, SignJWT } from 'jose';
import { DEVELOPMENT_USERS } from '../../cli/first-start/development-users.js';
import { prove } from '../../client/prove.js';
import { HEADERS } from '../../schema/wire/headers.js';
import type { Asked, Reply } from './hub.js';

interface Credentials {
  readonly token: string;
  readonly keyPair: CryptoKeyPair;
  readonly exp: number;
}

/** Asks as the users of the development registry: tokens of the issuer's key, a proof for every question. */
export function createAsker(options: {
  readonly issuer: string;
  readonly issuerKey: JWK;
  /** The gateway's public address. */
  readonly audience: string;
  readonly now: () => Date;
  readonly send: (request: Request) => Promise<Response>;
}): { credentials(user: string): Promise<Credentials>; ask(asked: Asked): Promise<Reply> } {
  const { issuer, issuerKey, audience, now } = options;
  const known = new Map<string, Credentials>();

  async function credentials(user: string): Promise<Credentials> {
    const seconds = Math.floor(now().getTime() / 1000);
    const kept = known.get(user);
    if (kept && kept.exp > seconds + 30) return kept;
    const found = DEVELOPMENT_USERS.find((entry) => entry.user === user);
    if (!found) throw new Error(`no user ${user}`);
    const keyPair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])) as CryptoKeyPair;
    const jkt = await calculateJwkThumbprint(await exportJWK(keyPair.publicKey));
    const exp = seconds + 600;
    const token = await new SignJWT({ client_id: found.client, roles: [...found.roles], cnf: { jkt } })
      .setProtectedHeader({ alg: 'ES256', kid: 'development' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(user)
      .setIssuedAt(seconds)
      .setExpirationTime(exp)
      .sign(await importJWK(issuerKey, 'ES256'));
    const made = { token, keyPair, exp };
    known.set(user, made);
    return made;
  }

  return {
    credentials,
    ask: async ({ as, purpose, query, variables = {}, caseRef, tamper }) => {
      const { token, keyPair } = await credentials(as);
      const body = JSON.stringify({ query, variables, operationName: null });
      const { proof, caseSalt } = await prove({
        keyPair,
        token,
        address: audience,
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
      const response = await options.send(new Request(audience, { method: 'POST', headers: sent.headers, body: sent.body }));
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text) as Reply['body'] };
    },
  };
}
