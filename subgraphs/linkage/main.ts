import { readServiceOptions } from '../../kit/serve/read-service-options.js';
import type { App } from '../../runtime/app.js';
import { isEntryModule } from '../../runtime/entry-module.js';
import type { Logger } from '../../runtime/log.js';
import { runProcess } from '../../runtime/run-process.js';
import { createLinkageApp } from './app.js';
import { linkageSdl } from './linkage-sdl.js';

/** Starts linkage from its environment. */
export const start = (environment: NodeJS.ProcessEnv, log: Logger): Promise<App> => createLinkageApp(readServiceOptions(environment, log));

if (isEntryModule(import.meta.filename)) {
  const [, , option, ...keyFields] = process.argv;
  if (option === '--sdl') process.stdout.write(linkageSdl(keyFields));
  else await runProcess('linkage', start);
}
