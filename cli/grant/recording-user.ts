import { isRegisteredFor } from '../../schema/registry/is-registered-for.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import { chooseUser } from '../ask/choose-user.js';
import { DEVELOPMENT_USERS, type DevelopmentUser } from '../first-start/development-users.js';
import { CommandError } from '../language.js';

/** Whether the registry lets a sample user record consent. */
export function mayRecord({ client, roles }: DevelopmentUser, registry: RegistryView): boolean {
  const registered = registry.client(client);
  return registered !== undefined && isRegisteredFor({ client: registered.client, roles }, 'RECORD_CONSENT');
}

/**
 * Who records: the sample user of `--as`, else the first of `organisation` whom the registry lets.
 *
 * @throws CommandError listing who may.
 */
export function recordingUser(as: unknown, organisation: string | undefined, registry: RegistryView): DevelopmentUser {
  if (as !== undefined) return chooseUser(as);
  const able = DEVELOPMENT_USERS.filter((user) => mayRecord(user, registry));
  const own = able.find((user) => user.organisation === organisation);
  if (own) return own;
  const users = able.map(({ user }) => user).join(', ');
  throw new CommandError({ zh: `用 --as 指明由谁登记：${users}`, en: `Say with --as who records it: ${users}` }, 2);
}
