import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDay } from '../../county/calendar.js';
import { writeCounty } from '../../county/write-county.js';
import { importRecords as importCharityRecords } from '../../subgraphs/charity-federation/import-records.js';
import { importRecords as importCivilAffairsRecords } from '../../subgraphs/civil-affairs/import-records.js';
import type { HubOptions } from './hub.js';

const IMPORTS = { 'civil-affairs': importCivilAffairsRecords, 'charity-federation': importCharityRecords };

/** A small synthetic county: the sample persons by label, and the real imports that load it into a hub. */
export interface TestCounty {
  /** The ID number of a sample person (county/FORMATS.md). */
  person(label: string): string;
  readonly load: NonNullable<HubOptions['load']>;
}

/** Makes the county of seed 1. */
export function testCounty(): TestCounty {
  const folder = mkdtempSync(join(tmpdir(), 'aidgraph-county-'));
  writeCounty({ people: 500, seed: 1, asOf: parseDay('2026-10-31'), out: folder });
  const samples = JSON.parse(readFileSync(join(folder, 'samples.json'), 'utf8')) as { label: string; idNumber: string }[];
  let loaded = 0;
  return {
    person: (label) => {
      const sample = samples.find((entry) => entry.label === label);
      if (!sample) throw new Error(`no sample person ${label}`);
      return sample.idNumber;
    },
    load: async (agency, { databaseUrl, enrol }) => {
      await IMPORTS[agency]({ folder: join(folder, agency), databaseUrl, enrol });
      loaded += 1;
      if (loaded === 2) rmSync(folder, { recursive: true, force: true });
    },
  };
}
