import { type KeyObject, verify } from 'node:crypto';
import type { Client, Organisation, Registry, SignedRegistry } from './registry.js';
import { keyIdOf, registryBytes } from './sign-registry.js';

/** A verified registry with its look-ups. */
export interface RegistryView extends Registry {
  /** The organisation of that id. */
  organisation(id: string): Organisation | undefined;
  /** The client of that `client_id`, with the organisation it belongs to. */
  client(id: string): { readonly client: Client; readonly organisation: Organisation } | undefined;
}

/**
 * Checks the signature and indexes the registry.
 *
 * @throws Error when the text is not a registry signed by `key`; the message says what to do.
 */
export function readRegistry(text: string, key: KeyObject): RegistryView {
  const refuse = (why: string) => new Error(`The registry cannot be used: ${why}. Fetch it again from the data bureau.`);
  let signed: SignedRegistry;
  try {
    signed = JSON.parse(text) as SignedRegistry;
  } catch {
    throw refuse('it is not JSON');
  }
  if (!signed?.registry || typeof signed.signature?.value !== 'string') throw refuse('it has no signed content');
  if (signed.signature.keyId !== keyIdOf(key)) throw refuse('it is signed by another key');
  const signature = Buffer.from(signed.signature.value, 'base64url');
  if (!verify(null, registryBytes(signed.registry), key, signature)) throw refuse('its signature is not valid');

  const organisations = new Map(signed.registry.organisations.map((entry) => [entry.id, entry]));
  const clients = new Map<string, { client: Client; organisation: Organisation }>();
  for (const organisation of organisations.values()) {
    for (const client of organisation.clients) {
      if (clients.has(client.id)) throw refuse(`client ${client.id} stands in it twice`);
      clients.set(client.id, { client, organisation });
    }
  }
  return {
    ...signed.registry,
    organisation: (id) => organisations.get(id),
    client: (id) => clients.get(id),
  };
}
