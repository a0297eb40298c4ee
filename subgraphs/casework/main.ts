import 'reflect-metadata';
import { buildAgencySchema } from '../../kit/build-agency-schema.js';
import { readServiceOptions } from '../../kit/serve/read-service-options.js';
import { runService } from '../../kit/serve/run-service.js';
import type { App } from '../../runtime/app.js';
import type { Logger } from '../../runtime/log.js';
import { fileText, integer, readConfig, text } from '../../runtime/read-config.js';
import { emitSdl } from '../../schema/emit-sdl.js';
import { caseworkClasses, createCaseworkApp } from './app.js';

const SETTINGS = {
  freshnessDays: integer('AIDGRAPH_FRESHNESS_DAYS', { min: 1, max: 366, fallback: 35 }),
  county: { ...text('AIDGRAPH_COUNTY'), fallback: '999001' },
  payerOrder: { ...fileText('AIDGRAPH_PAYER_ORDER'), fallback: undefined },
  findingParameters: { ...fileText('AIDGRAPH_FINDING_PARAMETERS'), fallback: undefined },
};

/** Starts casework from its environment. */
export const start = (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> =>
  createCaseworkApp({ ...readServiceOptions(environment, log), ...readConfig(environment, SETTINGS) });

await runService(import.meta.filename, 'casework', start, async () => emitSdl(await buildAgencySchema(caseworkClasses)));
