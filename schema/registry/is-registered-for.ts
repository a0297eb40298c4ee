import type { Purpose } from '../vocabulary/purposes.js';
import type { Asker } from '../wire/access-token.js';

/** Whether the registry names `purpose` for this client and one of the user's roles. */
export function isRegisteredFor(asker: Pick<Asker, 'client' | 'roles'>, purpose: Purpose): boolean {
  const roles = Object.hasOwn(asker.client.purposes, purpose) ? asker.client.purposes[purpose] : undefined;
  return roles?.some((role) => asker.roles.includes(role)) ?? false;
}
