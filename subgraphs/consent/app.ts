import { createEvidenceSealer } from '../../kit/record/evidence.js';
import { buildHubSchema } from '../../kit/serve/build-hub-schema.js';
import { createHubServiceApp } from '../../kit/serve/serve-hub-service.js';
import type { App } from '../../runtime/app.js';
import { LEASE } from '../../schema/wire/consent-lease.js';
import { CONSENT_PATHS } from '../../schema/wire/consent-recording.js';
import { AgencyChannel } from './agency-channel.js';
import type { ConsentOptions } from './consent-options.js';
import { openConsentDatabase } from './data/open-database.js';
import { type ConsentContext, DeliveriesResolver } from './deliveries-resolver.js';
import { createGrantStore } from './grant-store.js';
import { holdSession } from './held-session.js';
import { createLinkageNames } from './linkage-names.js';
import { openOutbox } from './outbox.js';
import { recordingRoutes } from './recording-routes.js';
import { ConsentDelivery } from './types/consent-delivery.js';

/** A first message is waited for at a start, so that the agencies that are there have their lease; in milliseconds. */
const FIRST_ROUND = 5_000;

/** Consent's classes, for the schema that is served and the SDL that is committed. */
export const consentClasses = { resolvers: [DeliveriesResolver], types: [ConsentDelivery] };

/**
 * Consent: holds the county's grants, and sees that every agency knows those that concern it, or knows that it does not
 * (docs/consent-protocol.md).
 *
 * @throws Error when another consent process runs on its database.
 */
export async function createConsentApp(options: ConsentOptions): Promise<App> {
  const { secrets, registry, log, agencies, lease = LEASE } = options;
  const url = secrets.text('database-url');
  const database = await openConsentDatabase(url);
  const session = await holdSession(url, log).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const evidence = createEvidenceSealer(registry.auditor);
  await database.pool.query('INSERT INTO evidence_key (id, auditor_key_id, sealed) VALUES ($1, $2, $3)', [
    evidence.keyId,
    evidence.auditorKeyId,
    evidence.sealedKey,
  ]);
  const names = createLinkageNames({ ...options, key: secrets.key('linkage.key'), sealKey: secrets.key('seal.key') });
  const outbox = await openOutbox(database.pool, session, [...agencies.keys()]);
  const acknowledged = new Map((await outbox.progress()).map((entry) => [entry.agency, entry.acknowledged]));
  const channels = new Map(
    [...agencies].map(([agency, address]) => [
      agency,
      new AgencyChannel(acknowledged.get(agency) ?? 0, {
        ...options,
        agency,
        url: address,
        key: secrets.key(`consent-${agency}.key`),
        outbox,
        names,
        lease,
      }),
    ]),
  );
  const ending = new AbortController();
  await Promise.race([
    Promise.all([...channels.values()].map(({ tried }) => tried)),
    new Promise((resolve) => setTimeout(resolve, FIRST_ROUND).unref()),
  ]);

  const deliveries = async (): Promise<ConsentDelivery[]> =>
    (await outbox.progress()).map(({ agency, lastNumber, acknowledged: applied, oldestPendingAt }) => ({
      agency,
      lastNumber,
      acknowledged: applied,
      pending: lastNumber - applied,
      oldestPendingAt: oldestPendingAt?.toISOString() ?? null,
      leaseUntil: channels.get(agency)?.leaseUntil?.toISOString() ?? null,
    }));
  const store = createGrantStore(database.pool);
  const { record, list } = recordingRoutes({ ...options, lease, store, names, channels, session, evidence, ending: ending.signal });

  return createHubServiceApp<ConsentContext>(
    {
      name: 'consent',
      schema: await buildHubSchema(consentClasses),
      context: (asking) => ({ asking, deliveries }),
      routes: { [`POST ${CONSENT_PATHS.record}`]: record, [`POST ${CONSENT_PATHS.list}`]: list },
      ready: async () => session.held,
      close: async () => {
        ending.abort();
        await Promise.all([...channels.values()].map((channel) => channel.close()));
        await session.close();
        await database.close();
      },
    },
    options,
  );
}
