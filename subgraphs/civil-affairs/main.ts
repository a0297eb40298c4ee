import 'reflect-metadata';
import { buildAgencySchema } from '../../kit/build-agency-schema.js';
import { readServiceOptions } from '../../kit/serve/read-service-options.js';
import { runService } from '../../kit/serve/run-service.js';
import type { App } from '../../runtime/app.js';
import type { Logger } from '../../runtime/log.js';
import { emitSdl } from '../../schema/emit-sdl.js';
import { createCivilAffairsApp } from './app.js';
import { civilAffairs } from './definition.js';

/** Starts the bureau's subgraph from its environment. */
export const start = async (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> =>
  createCivilAffairsApp(readServiceOptions(environment, log));

await runService(import.meta.filename, civilAffairs.name, start, async () => emitSdl(await buildAgencySchema(civilAffairs)));
