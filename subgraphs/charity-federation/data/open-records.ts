import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AgencyData } from '../../../kit/agency.js';
import { poolOf } from '../../../kit/database/open-data-source.js';
import { readAsOf } from '../../../kit/records/read-as-of.js';
import { createSetLoader } from '../../../kit/resolve/set-loader.js';
import { openDataSource } from './data-source.js';
import { type DonationRow, findDonations } from './find-donations.js';
import { type FundPaymentRow, findFundPayments } from './find-fund-payments.js';
import { findGrants, type GrantRow } from './find-grants.js';
import { findProjects } from './find-projects.js';
import type { Project } from './project.js';

/** Loaders of one sub-request, by ref. Each reads a set in one statement. */
export interface CharityFederationLoaders {
  readonly grants: DataLoader<string, GrantRow[]>;
  readonly fundPayments: DataLoader<string, FundPaymentRow[]>;
  readonly donations: DataLoader<string, DonationRow[]>;
  /** The catalogue. */
  readonly projects: () => Promise<Project[]>;
}

/** Opens the federation's records for its subgraph. */
export async function openRecords(databaseUrl: string): Promise<AgencyData<CharityFederationLoaders>> {
  const dataSource = await openDataSource(databaseUrl);
  return {
    pool: poolOf(dataSource),
    asOf: () => readAsOf(poolOf(dataSource)),
    createLoaders: (decideFor) => createLoaders(dataSource, decideFor),
    close: () => dataSource.destroy(),
  };
}

/** Loaders over an open data source. */
export function createLoaders(dataSource: DataSource, decideFor: (refs: readonly string[]) => Promise<void>): CharityFederationLoaders {
  return {
    grants: createSetLoader(
      (refs) => findGrants(dataSource, refs),
      (row) => row.ref,
    ),
    fundPayments: createSetLoader(
      (refs) => findFundPayments(dataSource, refs),
      (row) => row.ref,
    ),
    donations: createSetLoader(
      async (refs) => {
        const rows = await findDonations(dataSource, refs);
        await decideFor([...new Set(rows.flatMap((row) => row.donorRef ?? []))]);
        return rows;
      },
      (row) => row.ref,
    ),
    projects: () => findProjects(dataSource),
  };
}
