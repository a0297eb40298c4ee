import { DEVELOPMENT_ORGANISATIONS } from '../../cli/first-start/development-organisations.js';
import { DEVELOPMENT_USERS } from '../../cli/first-start/development-users.js';
import type { Purpose } from '../../schema/vocabulary/purposes.js';

/** Who asks, for which organisation, and why. */
export interface KnownAsker {
  readonly user: string;
  readonly organisation: string;
  readonly purpose: Purpose;
}

/** Every sample user with every purpose the registry gives them. */
export const EVERY_ASKER: readonly KnownAsker[] = DEVELOPMENT_USERS.flatMap(({ user, organisation, client, roles }) => {
  const clients = DEVELOPMENT_ORGANISATIONS.find(({ id }) => id === organisation)?.clients ?? [];
  const purposes = clients.find(({ id }) => id === client)?.purposes ?? {};
  // Recording consent asks nothing: a question for that purpose is refused at the door (A10).
  return Object.entries(purposes)
    .filter(([purpose, allowed]) => purpose !== 'RECORD_CONSENT' && allowed.some((role) => roles.includes(role)))
    .map(([purpose]) => ({ user, organisation, purpose: purpose as Purpose }));
});

/** The asker of that user. @throws Error when the registry gives the user no purpose. */
export function askerOf(user: string): KnownAsker {
  const found = EVERY_ASKER.find((asker) => asker.user === user);
  if (!found) throw new Error(`${user} asks for nothing`);
  return found;
}
