import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import type { RegistryView } from '../registry/read-registry.js';
import type { Client, Organisation } from '../registry/registry.js';
import { readJwsPart } from './read-jws-part.js';

/** Who asks, as an access token proves it (RFC 9068; sender-constrained, RFC 9449 §6.1). */
export interface Asker {
  readonly organisation: Organisation;
  readonly client: Client;
  /** The user within the organisation. */
  readonly user: string;
  readonly roles: readonly string[];
  /** Thumbprint of the key the asker must prove to hold. */
  readonly jkt: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

const ALGORITHMS = ['ES256', 'EdDSA', 'PS256', 'RS256'];
const REMEMBERED = 10_000;
/** No text: a ledger's canonical JSON (RFC 8785) cannot hold it. */
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * Makes the check of access tokens for one process. A token is verified once and remembered until it expires.
 *
 * @returns a function that gives the asker, or undefined for a token this registry does not allow.
 */
export function createTokenVerifier(
  registry: RegistryView,
  options: { readonly development: boolean; readonly fetch: typeof fetch },
): (token: string, now: Date) => Promise<Asker | undefined> {
  const issuers = new Map(
    registry.issuers
      .filter((entry) => options.development || !entry.development)
      .map((entry) => [
        entry.issuer,
        { jwks: createRemoteJWKSet(new URL(entry.jwksUri), { [customFetch]: options.fetch }), organisations: new Set(entry.organisations) },
      ]),
  );
  const known = new Map<string, Asker>();

  return async (token, now) => {
    const seen = known.get(token);
    if (seen) {
      if (seen.exp * 1000 > now.getTime()) return seen;
      known.delete(token);
      return undefined;
    }
    const asker = await verify(token, now);
    if (asker) {
      if (known.size >= REMEMBERED) known.delete(known.keys().next().value as string);
      known.set(token, asker);
    }
    return asker;
  };

  async function verify(token: string, now: Date): Promise<Asker | undefined> {
    const issuer = issuers.get(issuerOf(token) ?? '');
    if (!issuer) return undefined;
    try {
      const { payload } = await jwtVerify(token, issuer.jwks, {
        audience: registry.audience,
        algorithms: ALGORITHMS,
        currentDate: now,
        requiredClaims: ['exp', 'sub', 'client_id', 'cnf'],
      });
      const found = typeof payload.client_id === 'string' ? registry.client(payload.client_id) : undefined;
      const jkt = (payload.cnf as { jkt?: unknown }).jkt;
      if (!found || !issuer.organisations.has(found.organisation.id)) return undefined;
      if (typeof jkt !== 'string' || !payload.sub || LONE_SURROGATE.test(payload.sub) || !payload.exp) return undefined;
      const roles = Array.isArray(payload.roles) ? payload.roles.filter((role) => typeof role === 'string') : [];
      return { ...found, user: payload.sub, roles, jkt, exp: payload.exp };
    } catch {
      return undefined;
    }
  }
}

function issuerOf(token: string): string | undefined {
  const issuer = readJwsPart(token.split('.')[1])?.iss;
  return typeof issuer === 'string' ? issuer : undefined;
}
