import { createAgencyApp } from '../../kit/serve/serve-agency.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';
import { civilAffairs } from './definition.js';

/** The bureau's subgraph: `POST /graphql` and `POST /consent/events`. */
export const createCivilAffairsApp = (options: ServiceOptions): Promise<App> => createAgencyApp(civilAffairs, options);
