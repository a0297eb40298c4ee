import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AgencyData } from '../../../kit/agency.js';
import { poolOf } from '../../../kit/database/open-data-source.js';
import { readAsOf } from '../../../kit/records/read-as-of.js';
import { createSetLoader } from '../../../kit/resolve/set-loader.js';
import { openDataSource } from './data-source.js';
import { findHouseholds, type HouseholdRow } from './find-households.js';
import { findMeansChecks, type MeansCheckRow } from './find-means-checks.js';
import { findMembers, type MemberRow } from './find-members.js';
import { findRegisterEntries, type RegisterEntryRow } from './find-register-entries.js';
import { findResidents, type ResidentRow } from './find-residents.js';
import { findTemporaryAids, type TemporaryAidRow } from './find-temporary-aids.js';

/** Loaders of one sub-request, by ref (`members`: by household number). Each reads a set in one statement. */
export interface CivilAffairsLoaders {
  readonly residents: DataLoader<string, ResidentRow[]>;
  readonly households: DataLoader<string, HouseholdRow[]>;
  readonly members: DataLoader<string, MemberRow[]>;
  readonly registerEntries: DataLoader<string, RegisterEntryRow[]>;
  readonly temporaryAids: DataLoader<string, TemporaryAidRow[]>;
  readonly meansChecks: DataLoader<string, MeansCheckRow[]>;
}

/** Opens the bureau's records for its subgraph. */
export async function openRecords(databaseUrl: string): Promise<AgencyData<CivilAffairsLoaders>> {
  const dataSource = await openDataSource(databaseUrl);
  return {
    pool: poolOf(dataSource),
    asOf: () => readAsOf(poolOf(dataSource)),
    createLoaders: (decideFor) => createLoaders(dataSource, decideFor),
    close: () => dataSource.destroy(),
  };
}

/** Loaders over an open data source. */
export function createLoaders(dataSource: DataSource, decideFor: (refs: readonly string[]) => Promise<void>): CivilAffairsLoaders {
  return {
    residents: createSetLoader(
      (refs) => findResidents(dataSource, refs),
      (row) => row.ref,
    ),
    households: createSetLoader(
      (refs) => findHouseholds(dataSource, refs),
      (row) => row.ref,
    ),
    members: createSetLoader(
      async (householdNos) => {
        const rows = await findMembers(dataSource, householdNos);
        await decideFor([...new Set(rows.flatMap((row) => row.ref ?? []))]);
        return rows;
      },
      (row) => row.householdNo,
    ),
    registerEntries: createSetLoader(
      (refs) => findRegisterEntries(dataSource, refs),
      (row) => row.ref,
    ),
    temporaryAids: createSetLoader(
      (refs) => findTemporaryAids(dataSource, refs),
      (row) => row.ref,
    ),
    meansChecks: createSetLoader(
      (refs) => findMeansChecks(dataSource, refs),
      (row) => row.ref,
    ),
  };
}
