import { randomUUID } from 'node:crypto';
import type { ResidentId } from '../../client/normalise-resident-id.js';
import { recordConsent } from '../../client/record-consent.js';
import { type ConsentRecorded, type ConsentRecording, SAYS_NO_MORE } from '../../schema/wire/consent-recording.js';
import { findRef } from '../ask/find-ref.js';
import type { DevelopmentUser } from '../first-start/development-users.js';
import { answered, consentServiceFor, type GrantHouse } from './consent-service.js';

/** One event of a grant, before it has an id and the person a ref. */
export type GrantWish = Pick<ConsentRecording, 'kind' | 'recipient' | 'purpose' | 'categories'> &
  Partial<Omit<ConsentRecording, 'id' | 'person' | 'grantor'>>;

/**
 * Records one event of a grant as a sample user, who names the person by the own organisation's ref.
 *
 * @param wait for a withdrawal: until it stands everywhere, not just until it is durable
 * @throws CommandError when it was not recorded.
 */
export async function recordGrant(
  wish: GrantWish,
  { user, person, wait }: { readonly user: DevelopmentUser; readonly person: ResidentId; readonly wait: boolean },
  house: GrantHouse,
): Promise<ConsentRecorded> {
  const recording: ConsentRecording = {
    ...SAYS_NO_MORE,
    ...wish,
    id: randomUUID(),
    person: await findRef(person, user.organisation, house),
  };
  return answered(await recordConsent(recording, { ...(await consentServiceFor(user, house)), wait }));
}
