import 'reflect-metadata';
import { buildAgencySchema } from '../../kit/build-agency-schema.js';
import { readServiceOptions } from '../../kit/serve/read-service-options.js';
import { runService } from '../../kit/serve/run-service.js';
import type { App } from '../../runtime/app.js';
import type { Logger } from '../../runtime/log.js';
import { addresses, integer, readConfig, text } from '../../runtime/read-config.js';
import { emitSdl } from '../../schema/emit-sdl.js';
import { consentClasses, createConsentApp } from './app.js';

const SETTINGS = {
  linkage: text('AIDGRAPH_LINKAGE_URL'),
  agencies: addresses('AIDGRAPH_AGENCIES'),
  // The gateway's, bounds and all: shorter here, and a withdrawal would return too soon.
  deadline: integer('AIDGRAPH_DEADLINE_MS', { min: 500, max: 60_000, fallback: 10_000 }),
};

/** Starts consent from its environment. */
export const start = (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> =>
  createConsentApp({ ...readServiceOptions(environment, log), ...readConfig(environment, SETTINGS) });

await runService(import.meta.filename, 'consent', start, async () => emitSdl(await buildAgencySchema(consentClasses)));
