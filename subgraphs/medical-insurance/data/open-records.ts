import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AgencyData } from '../../../kit/agency.js';
import { poolOf } from '../../../kit/database/open-data-source.js';
import { readAsOf } from '../../../kit/records/read-as-of.js';
import { createSetLoader } from '../../../kit/resolve/set-loader.js';
import { openDataSource } from './data-source.js';
import { type AlertRow, findAlerts } from './find-alerts.js';
import { type AssistanceRow, findAssistance } from './find-assistance.js';
import { type CoverRow, findCovers } from './find-covers.js';
import { findSettlements, type SettlementRow } from './find-settlements.js';

/** Loaders of one sub-request, by ref. Each reads a set in one statement. */
export interface MedicalInsuranceLoaders {
  readonly covers: DataLoader<string, CoverRow[]>;
  readonly settlements: DataLoader<string, SettlementRow[]>;
  readonly assistance: DataLoader<string, AssistanceRow[]>;
  readonly alerts: DataLoader<string, AlertRow[]>;
}

/** Opens the bureau's records for its subgraph. */
export async function openRecords(databaseUrl: string): Promise<AgencyData<MedicalInsuranceLoaders>> {
  const dataSource = await openDataSource(databaseUrl);
  return {
    pool: poolOf(dataSource),
    asOf: () => readAsOf(poolOf(dataSource)),
    createLoaders: () => createLoaders(dataSource),
    close: () => dataSource.destroy(),
  };
}

function createLoaders(dataSource: DataSource): MedicalInsuranceLoaders {
  const byRef = <R extends { readonly ref: string }>(find: (dataSource: DataSource, refs: readonly string[]) => Promise<R[]>) =>
    createSetLoader(
      (refs) => find(dataSource, refs),
      (row) => row.ref,
    );
  return { covers: byRef(findCovers), settlements: byRef(findSettlements), assistance: byRef(findAssistance), alerts: byRef(findAlerts) };
}
