import { randomUUID } from 'node:crypto';
import { DEVELOPMENT_USERS } from '../../cli/first-start/development-users.js';
import { mayRecord } from '../../cli/grant/recording-user.js';
import { addressOf } from '../../cli/house/processes.js';
import { recordConsent } from '../../client/record-consent.js';
import { type ConsentRecorded, type ConsentRecording, SAYS_NO_MORE } from '../../schema/wire/consent-recording.js';
import type { Hub } from './hub.js';

/**
 * Records one event of a grant as the recipient's first user who may, else as the charity's officer.
 *
 * @throws Error when it was refused, or an agency of the hub that is there has not applied it.
 */
export async function recordEvent(
  hub: Hub,
  idNumber: string,
  event: Partial<Omit<ConsentRecording, 'person'>> & Pick<ConsentRecording, 'kind'>,
  wait = true,
): Promise<ConsentRecorded> {
  const recipient = event.recipient ?? 'charity-federation';
  const { registry, fetch, now } = hub.options('consent');
  const able = DEVELOPMENT_USERS.filter((user) => mayRecord(user, registry));
  const user = able.find(({ organisation }) => organisation === recipient) ?? (able[0] as (typeof able)[number]);
  const recording: ConsentRecording = {
    id: randomUUID(),
    person: await hub.refOf(user.organisation, idNumber),
    recipient,
    purpose: 'PRIOR_AID_CHECK',
    categories: [],
    ...SAYS_NO_MORE,
    ...event,
  };
  const credentials = await hub.credentials(user.user);
  const reply = await recordConsent(recording, {
    endpoint: addressOf('consent', Number(new URL(registry.audience).port)),
    audience: registry.audience,
    ...credentials,
    fetch,
    now,
    wait,
  });
  if (reply.kind !== 'ANSWERED') throw new Error(`not recorded: ${JSON.stringify(reply)}`);
  const missing = reply.answer.deliveries.filter(({ agency, applied }) => !applied && hub.apps.has(agency));
  if (wait && missing.length > 0) throw new Error(`not applied at ${missing.map(({ agency }) => agency).join()}`);
  return reply.answer;
}
