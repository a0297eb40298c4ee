import { createAgencyApp } from '../../kit/serve/serve-agency.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';
import { charityFederation } from './definition.js';

/** The federation's subgraph: `POST /graphql` and `POST /consent/events`. */
export const createCharityFederationApp = (options: ServiceOptions): Promise<App> => createAgencyApp(charityFederation, options);
