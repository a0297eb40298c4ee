import type { Purpose } from '../vocabulary/purposes.js';
import type { Asker } from '../wire/access-token.js';

/** Whether the registry lets this client, for a user of these roles, ask for `purpose`. */
export function allowsPurpose(asker: Asker, purpose: Purpose): boolean {
  const roles = Object.hasOwn(asker.client.purposes, purpose) ? asker.client.purposes[purpose] : undefined;
  return roles?.some((role) => asker.roles.includes(role)) ?? false;
}
