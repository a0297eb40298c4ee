import type { Purpose } from '../vocabulary/purposes.js';
import type { Asker } from '../wire/access-token.js';
import { isRegisteredFor } from './is-registered-for.js';

/** Whether the registry lets this client, for a user of these roles, ask for `purpose`. Recording consent asks nothing. */
export const allowsPurpose = (asker: Pick<Asker, 'client' | 'roles'>, purpose: Purpose): boolean =>
  purpose !== 'RECORD_CONSENT' && isRegisteredFor(asker, purpose);
