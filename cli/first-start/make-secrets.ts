import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivate } from '../home/files.js';
import type { Home } from '../home/paths.js';
import { DEVELOPMENT_AGENCIES, DEVELOPMENT_ORGANISATIONS } from './development-organisations.js';

const AGENCIES = DEVELOPMENT_AGENCIES.map(({ id }) => id);
/** Subgraphs the gateway signs statements for. */
const STATEMENT_AUDIENCES = DEVELOPMENT_ORGANISATIONS.filter(({ subgraph }) => subgraph).map(({ id }) => id);
/** Processes linkage seals persons for. */
const SEAL_AUDIENCES = DEVELOPMENT_ORGANISATIONS.filter(({ id, subgraph }) => id === 'consent' || subgraph?.keyField).map(({ id }) => id);
/** Organisations whose people ask from this machine. */
const ASKING = DEVELOPMENT_ORGANISATIONS.filter(({ kind }) => kind !== 'HUB').map(({ id }) => id);

/** Public halves that go into the registry. */
export interface PublicKeys {
  /** Ed25519 SPKI, base64url, by organisation. */
  readonly enrolment: Readonly<Record<string, string>>;
}

/**
 * Makes every secret of the house that is not there yet; a key two processes share is written into both their folders.
 * Database addresses and naming keys are written by who makes them.
 */
export function makeSecrets(home: Home): PublicKeys {
  share(['gateway', 'tag.key'], ['linkage', 'tag.key']);
  for (const audience of STATEMENT_AUDIENCES) share(['gateway', `statement-${audience}.key`], [audience, 'statement.key']);
  for (const audience of SEAL_AUDIENCES) share(['linkage', `seal-${audience}.key`], [audience, 'seal.key']);
  share(['consent', 'linkage.key'], ['linkage', 'consent.key']);
  for (const agency of AGENCIES) {
    share([agency, 'pseudonym.key']);
    share(['consent', `consent-${agency}.key`], [agency, 'consent.key']);
  }
  const enrolment: Record<string, string> = {};
  for (const organisation of ASKING) {
    make(join(home.client(organisation), 'refs.key'), symmetric);
    const pem = make(join(home.client(organisation), 'enrolment.key'), ed25519);
    if (AGENCIES.some((agency) => agency === organisation)) make(join(home.secrets(organisation), 'enrolment.key'), () => pem);
    enrolment[organisation] = spki(pem);
  }
  make(join(home.secrets('registry'), 'root.key'), ed25519);
  make(join(home.secrets('auditor'), 'evidence.key'), x25519);
  make(join(home.secrets('issuer'), 'signing.jwk'), es256);
  // Every process gets a folder, so that a missing one is a fault and not a surprise.
  for (const name of ['key-authority', 'ledger', 'casework']) mkdirSync(home.secrets(name), { recursive: true, mode: 0o700 });
  return { enrolment };

  function share(...places: [process: string, name: string][]): void {
    const paths = places.map(([process, name]) => join(home.secrets(process), name));
    const there = paths.find((path) => existsSync(path));
    const text = there ? readFileSync(there, 'utf8') : symmetric();
    for (const path of paths) make(path, () => text);
  }
}

function make(path: string, create: () => string): string {
  if (!existsSync(path)) writePrivate(path, create());
  return readFileSync(path, 'utf8');
}

const symmetric = () => `${randomBytes(32).toString('base64url')}\n`;
const ed25519 = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const x25519 = () => generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const es256 = () => `${JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }))}\n`;

/** SPKI of the public half of a PEM private key, base64url. */
export const spki = (pem: string): string =>
  createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' }).toString('base64url');
