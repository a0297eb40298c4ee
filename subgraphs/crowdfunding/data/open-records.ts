import type DataLoader from 'dataloader';
import type { AgencyData } from '../../../kit/agency.js';
import { poolOf } from '../../../kit/database/open-data-source.js';
import { readAsOf } from '../../../kit/records/read-as-of.js';
import { createSetLoader } from '../../../kit/resolve/set-loader.js';
import { openDataSource } from './data-source.js';
import { type CampaignRow, findCampaigns } from './find-campaigns.js';

/** Loaders of one sub-request, by ref. Each reads a set in one statement. */
export interface CrowdfundingLoaders {
  readonly campaigns: DataLoader<string, CampaignRow[]>;
}

/** Opens the company's records for its subgraph. */
export async function openRecords(databaseUrl: string): Promise<AgencyData<CrowdfundingLoaders>> {
  const dataSource = await openDataSource(databaseUrl);
  return {
    pool: poolOf(dataSource),
    asOf: () => readAsOf(poolOf(dataSource)),
    createLoaders: () => ({
      campaigns: createSetLoader(
        (refs) => findCampaigns(dataSource, refs),
        (row) => row.ref,
      ),
    }),
    close: () => dataSource.destroy(),
  };
}
