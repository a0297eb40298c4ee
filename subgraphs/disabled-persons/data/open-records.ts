import type DataLoader from 'dataloader';
import type { AgencyData } from '../../../kit/agency.js';
import { poolOf } from '../../../kit/database/open-data-source.js';
import { readAsOf } from '../../../kit/records/read-as-of.js';
import { createSetLoader } from '../../../kit/resolve/set-loader.js';
import { openDataSource } from './data-source.js';
import { type CardRow, findCards } from './find-cards.js';
import { findRehabilitationAids, type RehabilitationAidRow } from './find-rehabilitation-aids.js';
import { findSubsidies, type SubsidyRow } from './find-subsidies.js';

/** Loaders of one sub-request, by ref. Each reads a set in one statement. */
export interface DisabledPersonsLoaders {
  readonly cards: DataLoader<string, CardRow[]>;
  readonly subsidies: DataLoader<string, SubsidyRow[]>;
  readonly rehabilitationAids: DataLoader<string, RehabilitationAidRow[]>;
}

/** Opens the federation's records for its subgraph. */
export async function openRecords(databaseUrl: string): Promise<AgencyData<DisabledPersonsLoaders>> {
  const dataSource = await openDataSource(databaseUrl);
  const refOf = (row: { readonly ref: string }) => row.ref;
  return {
    pool: poolOf(dataSource),
    asOf: () => readAsOf(poolOf(dataSource)),
    createLoaders: () => ({
      cards: createSetLoader((refs) => findCards(dataSource, refs), refOf),
      subsidies: createSetLoader((refs) => findSubsidies(dataSource, refs), refOf),
      rehabilitationAids: createSetLoader((refs) => findRehabilitationAids(dataSource, refs), refOf),
    }),
    close: () => dataSource.destroy(),
  };
}
