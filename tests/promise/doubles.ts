import type { Pool, PoolClient } from 'pg';
import type { AgencyDefinition } from '../../kit/agency.js';
import { buildPolicedSchema } from '../../kit/serve/build-policed-schema.js';
import { serveAgency } from '../../kit/serve/serve-agency.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';

type Query = (...words: unknown[]) => Promise<unknown>;
type Change = (name: string | undefined, query: () => Promise<unknown>) => Promise<unknown>;

const nameOf = (statement: unknown): string | undefined => (statement as { name?: string } | undefined)?.name;

/** Somebody whose statements pass through `change`. */
function through<T extends Pool | PoolClient>(target: T, change: Change): T {
  return new Proxy(target, {
    get: (of, key) => {
      const value = Reflect.get(of, key, of) as unknown;
      if (key === 'query') return (...words: unknown[]) => change(nameOf(words[0]), () => (value as Query).apply(of, words));
      if (key === 'connect') return async () => through(await (of as Pool).connect(), change);
      return typeof value === 'function' ? (value as (...words: unknown[]) => unknown).bind(of) : value;
    },
  });
}

/** Serves an agency whose statements pass through `change`: a double in which one thing is left out or slow, and all else is the product. */
export async function serveChanged(definition: AgencyDefinition<never>, options: ServiceOptions, change: Change): Promise<App> {
  const open = async (url: string) => {
    const data = await definition.open(url);
    return {
      ...data,
      asOf: () => data.asOf(),
      close: () => data.close(),
      createLoaders: data.createLoaders.bind(data),
      pool: through(data.pool, change),
    };
  };
  const changed = { ...definition, open } as AgencyDefinition<never>;
  return serveAgency(changed, await buildPolicedSchema(changed), options);
}

/** Left out: the check of consent and lease in the ledger's transaction. */
export const withoutRecheck: Change = (name, query) => (name === 'consent-changed' ? Promise.resolve({ rows: [] }) : query());

/** Left out: the lease, in the reading of grants and in the recheck. */
export const withoutLease: Change = async (name, query) => {
  if (name === 'consent-changed') return { rows: [] };
  const result = (await query()) as { rows: unknown[][] };
  if (name === 'consent-events') for (const row of result.rows) if (row[1] === null) row[5] = Number.MAX_SAFE_INTEGER;
  return result;
};
