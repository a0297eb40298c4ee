import { openKeys } from '../../kit/resolve/open-keys.js';
import { buildHubSchema } from '../../kit/serve/build-hub-schema.js';
import { createHubServiceApp } from '../../kit/serve/serve-hub-service.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';
import { type CaseworkContext, PersonResolver } from './person-resolver.js';
import { Person } from './types/person.js';

/** Casework's classes, for the schema that is served and the SDL that is committed. */
export const caseworkClasses = { resolvers: [PersonResolver], types: [Person] };

/** Casework: computes over what the asker may see, and keeps nothing. */
export async function createCaseworkApp(options: ServiceOptions & { readonly freshnessDays: number }): Promise<App> {
  const sealKey = options.secrets.key('seal.key');
  return createHubServiceApp<CaseworkContext>(
    {
      name: 'casework',
      schema: await buildHubSchema(caseworkClasses),
      context: (asking, question) => {
        // Opening refuses persons that linkage did not seal for this request; the refs themselves are not needed.
        openKeys(question, 'caseworkKey', asking, sealKey);
        return { now: asking.now, freshnessDays: options.freshnessDays };
      },
    },
    options,
  );
}
