import { createHmac, timingSafeEqual } from 'node:crypto';
import { readJwsPart } from './read-jws-part.js';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
const headers = new Map<string, string>();

function headerOf(type: string): string {
  let header = headers.get(type);
  if (header === undefined) {
    header = encode({ alg: 'HS256', typ: type });
    headers.set(type, header);
  }
  return header;
}

/** Compact JWS with HS256 (RFC 7515, RFC 7518 §3.2) of explicit type (RFC 8725 §3.11). */
export function signMacJwt(type: string, claims: object, key: Buffer): string {
  const input = `${headerOf(type)}.${encode(claims)}`;
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
}

/**
 * Checks type and MAC; the header must be byte for byte the one we write, so no other algorithm can be named.
 *
 * @returns the claims, or undefined for anything not signed by `key`.
 */
export function readMacJwt(type: string, token: string, key: Buffer): Record<string, unknown> | undefined {
  const end = token.lastIndexOf('.');
  const input = token.slice(0, end);
  const [header, payload, extra] = input.split('.');
  if (end < 0 || header !== headerOf(type) || payload === undefined || extra !== undefined) return undefined;
  const given = Buffer.from(token.slice(end + 1), 'base64url');
  const expected = createHmac('sha256', key).update(input).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return readJwsPart(payload);
}
