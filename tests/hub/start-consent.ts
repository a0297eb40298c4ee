import { addressOf } from '../../cli/house/processes.js';
import type { App } from '../../runtime/app.js';
import { createConsentApp } from '../../subgraphs/consent/app.js';
import { AGENCIES, type Hub, type HubOptions } from './hub.js';

/** Starts the consent service of a hub; its agencies that answer have their lease then. Deadline 0: withdrawals return at once. */
export async function startConsent(hub: Pick<Hub, 'options'>, options: HubOptions['consent'] = {}): Promise<App> {
  const service = hub.options('consent');
  const port = Number(new URL(service.registry.audience).port);
  return createConsentApp({
    ...service,
    linkage: addressOf('linkage', port),
    agencies: new Map(AGENCIES.map((agency) => [agency, addressOf(agency, port)])),
    deadline: 0,
    ...options,
  });
}
