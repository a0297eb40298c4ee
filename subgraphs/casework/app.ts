import { openKeys } from '../../kit/resolve/open-keys.js';
import { buildHubSchema } from '../../kit/serve/build-hub-schema.js';
import { createHubServiceApp } from '../../kit/serve/serve-hub-service.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';
import { naturalDay } from '../../schema/values/natural-day.js';
import { readCountyRules } from './county-rules.js';
import { type CaseworkContext, PersonResolver } from './person-resolver.js';
import { Person } from './types/person.js';

/** Casework's classes, for the schema that is served and the SDL that is committed. */
export const caseworkClasses = { resolvers: [PersonResolver], types: [Person] };

/** What casework is started with beside a service's own options. */
export interface CaseworkOptions extends ServiceOptions {
  readonly freshnessDays: number;
  /** The county's six-digit code; the synthetic county's when absent. */
  readonly county?: string;
  /** Texts of the county's own files; those that are committed when absent. */
  readonly payerOrder?: string | undefined;
  readonly findingParameters?: string | undefined;
}

/**
 * Casework: computes over what the asker may see, and keeps nothing.
 *
 * @throws ConfigurationError when the county's files cannot be used.
 */
export async function createCaseworkApp(options: CaseworkOptions): Promise<App> {
  const { freshnessDays, county = '999001', payerOrder, findingParameters, registry } = options;
  const rules = readCountyRules(county, naturalDay(options.now()) as string, {
    ...(payerOrder === undefined ? {} : { payerOrder }),
    ...(findingParameters === undefined ? {} : { findings: findingParameters }),
  });
  const sealKey = options.secrets.key('seal.key');
  return createHubServiceApp<CaseworkContext>(
    {
      name: 'casework',
      schema: await buildHubSchema(caseworkClasses),
      context: (asking, question) => {
        // Opening refuses persons that linkage did not seal for this request; the refs themselves are not needed.
        openKeys(question, 'caseworkKey', asking, sealKey);
        return {
          now: asking.now,
          freshnessDays,
          rules,
          nameOf: (source) => registry.organisation(source)?.name ?? { zh: source, en: source },
        };
      },
    },
    options,
  );
}
