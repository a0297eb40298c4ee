import { readServiceOptions } from '../../kit/serve/read-service-options.js';
import { runService } from '../../kit/serve/run-service.js';
import type { App } from '../../runtime/app.js';
import type { Logger } from '../../runtime/log.js';
import { createLinkageApp } from './app.js';
import { linkageSdl } from './linkage-sdl.js';

/** Starts linkage from its environment. */
export const start = (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> => createLinkageApp(readServiceOptions(environment, log));

await runService(import.meta.filename, 'linkage', start, linkageSdl);
