import type { App } from '../../runtime/app.js';
import type { Logger } from '../../runtime/log.js';
import { emitSdl } from '../../schema/emit-sdl.js';
import type { AgencyDefinition } from '../agency.js';
import { buildAgencySchema } from '../build-agency-schema.js';
import { readServiceOptions } from './read-service-options.js';
import { runService } from './run-service.js';
import { createAgencyApp } from './serve-agency.js';

/** Starts an agency's subgraph from its environment (kit/serve/read-service-options.ts). */
export const startAgency =
  <L>(definition: AgencyDefinition<L>) =>
  (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> =>
    createAgencyApp(definition, readServiceOptions(environment, log));

/** What an agency's main.ts does when Node was started with it; with `--sdl` it prints the agency's schema. */
export const runAgency = <L>(filename: string, definition: AgencyDefinition<L>): Promise<void> =>
  runService(filename, definition.name, startAgency(definition), async () => emitSdl(await buildAgencySchema(definition)));
