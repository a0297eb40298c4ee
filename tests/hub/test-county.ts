import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDay } from '../../county/calendar.js';
import { writeCounty } from '../../county/write-county.js';
import type { ImportReport } from '../../kit/enrol-records/import-report.js';
import type { ImportOptions } from '../../kit/enrol-records/run-import.js';
import { temporaryFolder } from '../temporary-folder.js';
import type { HubOptions } from './hub.js';

/** The import of an agency. */
export const importOf = async (agency: string): Promise<(options: ImportOptions) => Promise<ImportReport>> =>
  ((await import(`../../subgraphs/${agency}/import-records.js`)) as { importRecords: (options: ImportOptions) => Promise<ImportReport> })
    .importRecords;

/** A small synthetic county: the sample persons by label, and the real imports that load it into a hub. */
export interface TestCounty {
  /** The ID number of a sample person (county/FORMATS.md). */
  person(label: string): string;
  /** Labels of all sample persons. */
  readonly labels: readonly string[];
  readonly load: NonNullable<HubOptions['load']>;
}

/** Makes the county of seed 1. */
export function testCounty(): TestCounty {
  const folder = temporaryFolder();
  writeCounty({ people: 500, seed: 1, asOf: parseDay('2026-10-31'), out: folder });
  const samples = JSON.parse(readFileSync(join(folder, 'samples.json'), 'utf8')) as { label: string; idNumber: string }[];
  return {
    labels: samples.map(({ label }) => label),
    person: (label) => {
      const sample = samples.find((entry) => entry.label === label);
      if (!sample) throw new Error(`no sample person ${label}`);
      return sample.idNumber;
    },
    load: async (agency, { databaseUrl, enrol }) => {
      const exported = join(folder, agency);
      // As at the first start: an agency of which there is no export yet is served without records.
      if (existsSync(exported)) await (await importOf(agency))({ folder: exported, databaseUrl, enrol });
    },
  };
}
