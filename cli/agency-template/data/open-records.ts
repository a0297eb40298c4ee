import type DataLoader from 'dataloader';
import type { AgencyData } from '../../../kit/agency.js';
import { poolOf } from '../../../kit/database/open-data-source.js';
import { readAsOf } from '../../../kit/records/read-as-of.js';
import { createSetLoader } from '../../../kit/resolve/set-loader.js';
import { openDataSource } from './data-source.js';
import { type AidRow, findAids } from './find-aids.js';

/** Loaders of one sub-request, by ref. Each reads a set in one statement. */
export interface ExampleAgencyLoaders {
  readonly aids: DataLoader<string, AidRow[]>;
}

/** Opens the agency's records for its subgraph. */
export async function openRecords(databaseUrl: string): Promise<AgencyData<ExampleAgencyLoaders>> {
  const dataSource = await openDataSource(databaseUrl);
  return {
    pool: poolOf(dataSource),
    asOf: () => readAsOf(poolOf(dataSource)),
    createLoaders: () => ({
      aids: createSetLoader(
        (refs) => findAids(dataSource, refs),
        (row) => row.ref,
      ),
    }),
    close: () => dataSource.destroy(),
  };
}
