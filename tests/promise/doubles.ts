import type { Pool, PoolClient } from 'pg';
import type { AgencyDefinition } from '../../kit/agency.js';
import { buildPolicedSchema } from '../../kit/serve/build-policed-schema.js';
import { serveAgency } from '../../kit/serve/serve-agency.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';

interface Statement {
  readonly name?: string;
  readonly values?: readonly unknown[];
}
type Query = (...words: unknown[]) => Promise<unknown>;
type Change = (statement: Statement, query: (statement: Statement) => Promise<unknown>) => Promise<unknown>;

/** Somebody whose prepared statements pass through `change`. */
function through<T extends Pool | PoolClient>(target: T, change: Change): T {
  const query = (of: T, value: unknown, words: unknown[]) => {
    const [statement] = words;
    if (typeof statement !== 'object' || statement === null) return (value as Query).apply(of, words);
    return change(statement, (changed) => (value as Query).apply(of, [changed]));
  };
  return new Proxy(target, {
    get: (of, key) => {
      const value = Reflect.get(of, key, of) as unknown;
      if (key === 'query') return (...words: unknown[]) => query(of, value, words);
      if (key === 'connect') return async () => through(await (of as Pool).connect(), change);
      return typeof value === 'function' ? (value as (...words: unknown[]) => unknown).bind(of) : value;
    },
  });
}

/** A statement of record_disclosure with one of its parameters the same for every disclosure. */
const recordedWith = (statement: Statement, parameter: number, value: unknown): Statement => ({
  ...statement,
  values: (statement.values ?? []).map((given, at) => (at !== parameter ? given : Array.isArray(given) ? given.map(() => value) : value)),
});
const isRecord = ({ name }: Statement) => name === 'record-disclosure' || name === 'record-disclosures';
const REVOCABLE = 7;
const TIME = 11;

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
export const withoutRecheck: Change = (statement, query) => query(isRecord(statement) ? recordedWith(statement, REVOCABLE, '') : statement);

/** Left out: the lease, in the reading of grants and in the recheck. */
export const withoutLease: Change = async (statement, query) => {
  if (isRecord(statement)) return query(recordedWith(statement, TIME, 0));
  const result = await query(statement);
  if (statement.name === 'consent-events') {
    for (const row of (result as { rows: unknown[][] }).rows) if (row[1] === null) row[7] = Number.MAX_SAFE_INTEGER;
  }
  return result;
};
