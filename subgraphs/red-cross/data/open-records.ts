import type DataLoader from 'dataloader';
import type { AgencyData } from '../../../kit/agency.js';
import { poolOf } from '../../../kit/database/open-data-source.js';
import { readAsOf } from '../../../kit/records/read-as-of.js';
import { createSetLoader } from '../../../kit/resolve/set-loader.js';
import { openDataSource } from './data-source.js';
import { findGrants, type GrantRow } from './find-grants.js';

/** Loaders of one sub-request, by ref. Each reads a set in one statement. */
export interface RedCrossLoaders {
  readonly grants: DataLoader<string, GrantRow[]>;
}

/** Opens the Red Cross's records for its subgraph. */
export async function openRecords(databaseUrl: string): Promise<AgencyData<RedCrossLoaders>> {
  const dataSource = await openDataSource(databaseUrl);
  return {
    pool: poolOf(dataSource),
    asOf: () => readAsOf(poolOf(dataSource)),
    createLoaders: () => ({
      grants: createSetLoader(
        (refs) => findGrants(dataSource, refs),
        (row) => row.ref,
      ),
    }),
    close: () => dataSource.destroy(),
  };
}
