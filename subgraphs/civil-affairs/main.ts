import 'reflect-metadata';
import { buildAgencySchema } from '../../kit/build-agency-schema.js';
import { readServiceOptions } from '../../kit/serve/read-service-options.js';
import type { App } from '../../runtime/app.js';
import { isEntryModule } from '../../runtime/entry-module.js';
import type { Logger } from '../../runtime/log.js';
import { runProcess } from '../../runtime/run-process.js';
import { emitSdl } from '../../schema/emit-sdl.js';
import { createCivilAffairsApp } from './app.js';
import { civilAffairs } from './definition.js';

/** Starts the bureau's subgraph from its environment. */
export const start = async (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> =>
  createCivilAffairsApp(readServiceOptions(environment, log));

if (isEntryModule(import.meta.filename)) {
  if (process.argv.includes('--sdl')) process.stdout.write(emitSdl(await buildAgencySchema(civilAffairs)));
  else await runProcess(civilAffairs.name, start);
}
