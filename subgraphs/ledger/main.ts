import 'reflect-metadata';
import { buildAgencySchema } from '../../kit/build-agency-schema.js';
import { readServiceOptions } from '../../kit/serve/read-service-options.js';
import { runService } from '../../kit/serve/run-service.js';
import type { App } from '../../runtime/app.js';
import type { Logger } from '../../runtime/log.js';
import { emitSdl } from '../../schema/emit-sdl.js';
import { createLedgerApp, ledgerClasses } from './app.js';

/** Starts the ledger from its environment. */
export const start = (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> => createLedgerApp(readServiceOptions(environment, log));

await runService(import.meta.filename, 'ledger', start, async () => emitSdl(await buildAgencySchema(ledgerClasses)));
