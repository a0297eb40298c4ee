import 'reflect-metadata';
import { buildAgencySchema } from '../../kit/build-agency-schema.js';
import { readServiceOptions } from '../../kit/serve/read-service-options.js';
import { runService } from '../../kit/serve/run-service.js';
import type { App } from '../../runtime/app.js';
import type { Logger } from '../../runtime/log.js';
import { emitSdl } from '../../schema/emit-sdl.js';
import { createCharityFederationApp } from './app.js';
import { charityFederation } from './definition.js';

/** Starts the federation's subgraph from its environment. */
export const start = async (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> =>
  createCharityFederationApp(readServiceOptions(environment, log));

await runService(import.meta.filename, charityFederation.name, start, async () => emitSdl(await buildAgencySchema(charityFederation)));
