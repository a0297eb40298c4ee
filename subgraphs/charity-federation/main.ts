import 'reflect-metadata';
import { buildAgencySchema } from '../../kit/build-agency-schema.js';
import { readServiceOptions } from '../../kit/serve/read-service-options.js';
import type { App } from '../../runtime/app.js';
import { isEntryModule } from '../../runtime/entry-module.js';
import type { Logger } from '../../runtime/log.js';
import { runProcess } from '../../runtime/run-process.js';
import { emitSdl } from '../../schema/emit-sdl.js';
import { createCharityFederationApp } from './app.js';
import { charityFederation } from './definition.js';

/** Starts the federation's subgraph from its environment. */
export const start = async (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> =>
  createCharityFederationApp(readServiceOptions(environment, log));

if (isEntryModule(import.meta.filename)) {
  if (process.argv.includes('--sdl')) process.stdout.write(emitSdl(await buildAgencySchema(charityFederation)));
  else await runProcess(charityFederation.name, start);
}
