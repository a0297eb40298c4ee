import 'reflect-metadata';
import { buildAgencySchema } from '../../kit/build-agency-schema.js';
import { readServiceOptions } from '../../kit/serve/read-service-options.js';
import type { App } from '../../runtime/app.js';
import { isEntryModule } from '../../runtime/entry-module.js';
import type { Logger } from '../../runtime/log.js';
import { integer, readConfig } from '../../runtime/read-config.js';
import { runProcess } from '../../runtime/run-process.js';
import { emitSdl } from '../../schema/emit-sdl.js';
import { caseworkClasses, createCaseworkApp } from './app.js';

const SETTINGS = { freshnessDays: integer('AIDGRAPH_FRESHNESS_DAYS', { min: 1, max: 366, fallback: 35 }) };

/** Starts casework from its environment. */
export const start = (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> =>
  createCaseworkApp({ ...readServiceOptions(environment, log), ...readConfig(environment, SETTINGS) });

if (isEntryModule(import.meta.filename)) {
  if (process.argv.includes('--sdl')) process.stdout.write(emitSdl(await buildAgencySchema(caseworkClasses)));
  else await runProcess('casework', start);
}
