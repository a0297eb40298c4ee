import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ResidentId } from '../../client/normalise-resident-id.js';
import { openSecrets } from '../../runtime/secrets.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import type { ConsentDelivery, ConsentEvent } from '../../schema/wire/consent-event.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { signMessage } from '../../schema/wire/hub-message.js';
import { findRef } from '../ask/find-ref.js';
import type { Home } from '../home/paths.js';
import { addressOf, PROCESSES } from '../house/processes.js';
import { CommandError } from '../language.js';

/** A development grant, before it is told to each agency under that agency's own ref. */
export type GrantWish = Omit<ConsentEvent, 'eventId' | 'ref' | 'at'>;

/** One line of the local journal: what was told to which agency. Refs only. */
export interface JournalEntry extends ConsentEvent {
  readonly agency: string;
}

/** Organisations that keep records of persons, so a grant is told to each of them. */
const AGENCIES = PROCESSES.filter(({ imports }) => imports !== undefined).map(({ name }) => name);

/**
 * Tells every agency of one event of a grant and notes it in the journal. It stands in the agencies' databases when
 * this resolves. The recipient itself is not told: its own records do not pass to it.
 *
 * @throws CommandError naming the agency that did not take it; those before it did.
 */
export async function sendGrant(
  wish: GrantWish,
  person: ResidentId,
  house: { readonly home: Home; readonly gatewayPort: number; readonly registry: RegistryView },
): Promise<void> {
  const keys = openSecrets(house.home.secrets('consent'));
  for (const agency of AGENCIES.filter((name) => name !== wish.recipient)) {
    const ref = await findRef(person, agency, house);
    const event: ConsentEvent = { ...wish, eventId: randomUUID(), ref, at: new Date().toISOString() };
    const body = JSON.stringify({ events: [event] } satisfies ConsentDelivery);
    const response = await fetch(`${addressOf(agency, house.gatewayPort)}/consent/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [HEADERS.statement]: signMessage(agency, body, keys.key(`consent-${agency}.key`), new Date()),
      },
      body,
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    if (response?.status !== 204) {
      const name = house.registry.organisation(agency)?.name ?? { zh: agency, en: agency };
      throw new CommandError({
        zh: `${name.zh}没有收下这项授权（${response?.status ?? '没有应答'}）。查看：aidgraph status`,
        en: `${name.en} did not take the grant (${response?.status ?? 'no answer'}). See: aidgraph status`,
      });
    }
    note(house.home, { ...event, agency });
  }
}

/** Everything that was told, oldest first. */
export function readJournal(home: Home): JournalEntry[] {
  if (!existsSync(home.consentJournal)) return [];
  const lines = readFileSync(home.consentJournal, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as JournalEntry);
}

function note(home: Home, entry: JournalEntry): void {
  mkdirSync(dirname(home.consentJournal), { recursive: true, mode: 0o700 });
  appendFileSync(home.consentJournal, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
}
